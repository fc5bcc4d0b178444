package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POLICIES =
      "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies/";

  @Test
  void actsAndGoesBackToTheStateBefore() throws Exception {
    var walked = new TreeMap<String, WalkedAct>();
    for (var act : KubernetesActs.all()) {
      try (var cluster = furnished();
          var calls = calls(cluster)) {
        walked.put(act.kind().id(), WalkedAct.walk(act, target(act.kind().id()), calls));
      }
    }
    GeneratedFile.check("docs/acts-kubernetes.md", ActTable.ofKubernetes(walked));
  }

  private static KubernetesCalls calls(MemoryCluster cluster) throws NoSuchAlgorithmException {
    return new KubernetesCalls(
        cluster.endpoint(), SSLContext.getDefault(), () -> "", Duration.ofSeconds(20));
  }

  private static Target target(String act) {
    return switch (act) {
      case "kubernetes.isolate-pod" -> target("namespace", "shop", "pod", "exporter-0");
      case "kubernetes.cordon-node" -> target("node", "worker-1.shop.example");
      default -> target("namespace", "shop", "kind", "statefulset", "workload", "store");
    };
  }

  private static Target target(String... names) {
    var words = new TreeMap<String, String>();
    for (var i = 0; i < names.length; i += 2) {
      words.put(names[i], names[i + 1]);
    }
    return new Target("shop-cluster", "", words);
  }

  private static MemoryCluster furnished() throws IOException {
    var cluster = new MemoryCluster();
    cluster.put(
        "/api/v1/namespaces/shop/pods/exporter-0",
        json(
            "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'exporter-0','labels':{'app':"
                + "'exporter','tier':'batch'}},'spec':{'containers':[{'name':'exporter','image':"
                + "'shop/exporter:1'}]}}"));
    policy(cluster, "allow-dns", "{}", "'Egress'],'egress':[{'ports':[{'port':53}]}]");
    policy(
        cluster,
        "batch-in",
        "{'matchExpressions':[{'key':'tier','operator':'In','values':['batch']}]}",
        "'Ingress'],'ingress':[{'from':[{'podSelector':{'matchLabels':{'app':'queue'}}}]}]");
    policy(cluster, "search", "{'matchLabels':{'app':'search'}}", "'Ingress'],'ingress':[{}]");
    cluster.put(
        "/api/v1/nodes/worker-1.shop.example",
        json(
            "{'apiVersion':'v1','kind':'Node','metadata':{'name':'worker-1.shop.example'},"
                + "'spec':{}}"));
    cluster.put(
        "/apis/apps/v1/namespaces/shop/statefulsets/store",
        json(
            "{'apiVersion':'apps/v1','kind':'StatefulSet','metadata':{'name':'store'},'spec':{"
                + "'replicas':3,'persistentVolumeClaimRetentionPolicy':{'whenScaled':'Delete',"
                + "'whenDeleted':'Retain'},'volumeClaimTemplates':[{'metadata':{'name':'data'}}],"
                + "'template':{'spec':{'volumes':[{'name':'cache','emptyDir':{}}]}}}}"));
    return cluster;
  }

  private static void policy(MemoryCluster cluster, String name, String selector, String rest) {
    cluster.put(
        POLICIES + name,
        json(
            "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'"
                + name
                + "'},'spec':{'podSelector':"
                + selector
                + ",'policyTypes':["
                + rest
                + "}}"));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(text, bad);
    }
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
                  target("kubernetes.scale-to-zero"),
                  "case-1");
      assertThat(((Planned.Ready) planned).plan().limits())
          .contains("volumes that end with their pods: cache");
    }
  }
}
