package io.cofferdam.azure.act;

import io.cofferdam.respond.spi.Act;
import java.util.List;
import java.util.Optional;

/// All acts on Azure.
public final class AzureActs {
  private AzureActs() {}

  /// Every act, each once.
  public static List<Act> all() {
    return List.of(
        new CloseContainer(),
        AccountSetting.blockPublicAccess(),
        AccountSetting.disableSharedKey(),
        new BlockNetwork(),
        AccountSetting.disablePublicNetwork(),
        new RotateKey());
  }

  /// The act of a kind.
  public static Optional<Act> of(String id) {
    return all().stream().filter(act -> act.kind().id().equals(id)).findFirst();
  }
}
