package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.kubernetes.act.KubernetesActs;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every act on Kubernetes against its own API server, from the plan to the state as it was before,
/// by somebody who has the permissions of the plan and no other.
@Covers({"R-02", "R-03"})
class RealKubernetesTest {
  private static ApiServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = ApiServer.start(folder);
    server.put(
        "/api/v1/namespaces/shop",
        FurnishedCluster.json("{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'shop'}}"));
    FurnishedCluster.furnish(server::put);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<String> acts() {
    return KubernetesActs.all().stream().map(act -> act.kind().id());
  }

  @ParameterizedTest
  @MethodSource("acts")
  void actsAndGoesBackWithThePermissionsOfThePlan(String id) throws Exception {
    var act = KubernetesActs.of(id).orElseThrow();
    var target = FurnishedCluster.target(id);
    try (var admin = server.admin();
        var responder = server.calls(ApiServer.RESPONDER)) {
      var prover = new Prover(WalkedAct.NOW, Optional.empty());
      var without = new ActPlanner(responder, prover, _ -> {}).plan(act, target, "case-7f3a");
      assertThat(without).as("nobody may do it yet").isNotInstanceOf(Planned.Ready.class);
      var planned = new ActPlanner(admin, prover, Pause.real()).plan(act, target, "case-7f3a");
      grant(id, permissions(((Planned.Ready) planned).plan()));
      WalkedAct.walk(act, target, responder);
    }
  }

  private static Collection<Permission> permissions(ActPlan plan) {
    var all = new TreeSet<>(plan.permissions());
    plan.steps().stream()
        .flatMap(step -> Stream.concat(Stream.of(step.call()), step.undo().stream()))
        .map(ActCall::permissions)
        .forEach(all::addAll);
    return all;
  }

  /// Gives these to the responder, in their namespace or for the cluster, and waits until they
  /// count.
  private static void grant(String id, Collection<Permission> permissions) throws Exception {
    var number = 0;
    for (var each : permissions) {
      number++;
      var name = id.replace('.', '-') + "-" + number;
      var attributes = attributes(each);
      boolean namespaced = attributes.has("namespace");
      var kind = namespaced ? "Role" : "ClusterRole";
      var place =
          "/apis/rbac.authorization.k8s.io/v1/"
              + (namespaced ? "namespaces/" + attributes.get("namespace").asText() + "/" : "");
      var plural = namespaced ? "roles" : "clusterroles";
      var role = object(kind, name);
      var rule = role.putArray("rules").addObject();
      one(rule, "apiGroups", attributes.path("group").asText());
      one(rule, "resources", attributes.path("resource").asText());
      one(rule, "verbs", attributes.path("verb").asText());
      if (attributes.has("name")) {
        one(rule, "resourceNames", attributes.path("name").asText());
      }
      server.put(place + plural + "/" + name, role);
      var binding = object(kind + "Binding", name);
      binding
          .putObject("roleRef")
          .put("apiGroup", "rbac.authorization.k8s.io")
          .put("kind", kind)
          .put("name", name);
      binding
          .putArray("subjects")
          .addObject()
          .put("apiGroup", "rbac.authorization.k8s.io")
          .put("kind", "User")
          .put("name", "responder");
      server.put(place + plural.substring(0, plural.length() - 1) + "bindings/" + name, binding);
      for (int tries = 0; !server.allowed(attributes); tries++) {
        assertThat(tries).as("%s counts", each.words()).isLessThan(200);
        Pause.real().take(Duration.ofMillis(100));
      }
    }
  }

  private static ObjectNode object(String kind, String name) {
    var object =
        JsonNodeFactory.instance
            .objectNode()
            .put("apiVersion", "rbac.authorization.k8s.io/v1")
            .put("kind", kind);
    object.putObject("metadata").put("name", name);
    return object;
  }

  private static void one(ObjectNode rule, String member, String value) {
    ArrayNode array = rule.putArray(member);
    array.add(value);
  }

  /// `get pods` on `shop/exporter-0`, as the API asks for it.
  private static ObjectNode attributes(Permission permission) {
    var words = permission.action().split(" ", 2);
    var kind = words[1].split("\\.", 2);
    var place = permission.resource().split("/", 2);
    var name = place[place.length - 1];
    var attributes =
        JsonNodeFactory.instance
            .objectNode()
            .put("verb", words[0])
            .put("group", kind.length > 1 ? kind[1] : "")
            .put("resource", kind[0]);
    if (place.length > 1) {
      attributes.put("namespace", place[0]);
    }
    if (!name.equals("*")) {
      attributes.put("name", name);
    }
    return attributes;
  }
}
