package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.docs.GeneratedFile;
import io.cofferdam.kubernetes.KubernetesCalls;
import io.cofferdam.kubernetes.act.KubernetesActs;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/// Every act on Kubernetes, from the plan to the state as it was before.
@Covers({"R-02", "R-03"})
class KubernetesActsTest {
  @Test
  void actsAndGoesBackToTheStateBefore() throws Exception {
    var walked = new TreeMap<String, WalkedAct>();
    for (var act : KubernetesActs.all()) {
      try (var cluster = furnished();
          var calls = calls(cluster)) {
        walked.put(
            act.kind().id(), WalkedAct.walk(act, FurnishedCluster.target(act.kind().id()), calls));
      }
    }
    GeneratedFile.check("docs/acts-kubernetes.md", ActTable.ofKubernetes(walked));
  }

  private static KubernetesCalls calls(MemoryCluster cluster) throws NoSuchAlgorithmException {
    return new KubernetesCalls(
        cluster.endpoint(), SSLContext.getDefault(), () -> "", Duration.ofSeconds(20));
  }

  private static MemoryCluster furnished() throws IOException {
    var cluster = new MemoryCluster();
    FurnishedCluster.furnish(cluster::put);
    return cluster;
  }

  /// An object that lies on the way to another place is never asked for.
  @Test
  void aNameThatIsNoneMakesNoCall() throws Exception {
    try (var cluster = new MemoryCluster();
        var calls = calls(cluster)) {
      var planner = new ActPlanner(calls, new Prover(WalkedAct.NOW, Optional.empty()), time -> {});
      for (var act : KubernetesActs.all()) {
        var names = new TreeMap<String, String>();
        act.kind().names().forEach(word -> names.put(word, "../../secrets"));
        assertThat(planner.plan(act, new Target("c", "", names), "case-1"))
            .isInstanceOf(Planned.Refused.class);
      }
    }
  }

  /// The volume that ends with its pod is told before, and the claims are kept first.
  @Test
  void whatEndsWithThePodsIsTold() throws Exception {
    try (var cluster = furnished();
        var calls = calls(cluster)) {
      var planned =
          new ActPlanner(calls, new Prover(WalkedAct.NOW, Optional.empty()), Pause.real())
              .plan(
                  KubernetesActs.of("kubernetes.scale-to-zero").orElseThrow(),
                  FurnishedCluster.target("kubernetes.scale-to-zero"),
                  "case-1");
      assertThat(((Planned.Ready) planned).plan().limits())
          .contains("volumes that end with their pods: cache");
    }
  }
}
