package io.cofferdam.kubernetes.act;

import io.cofferdam.respond.spi.Act;
import java.util.List;
import java.util.Optional;

/// All acts on Kubernetes.
public final class KubernetesActs {
  private KubernetesActs() {}

  /// Every act, each once.
  public static List<Act> all() {
    return List.of(new IsolatePod(), new CordonNode(), new ScaleToZero());
  }

  /// The act of a kind.
  public static Optional<Act> of(String id) {
    return all().stream().filter(act -> act.kind().id().equals(id)).findFirst();
  }
}
