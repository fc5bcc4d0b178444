package io.cofferdam.kubernetes.act;

import static io.cofferdam.kubernetes.act.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Ends all pods of a deployment or stateful set and keeps what their volumes hold. Where a
/// stateful set would delete its claims when it is scaled, it is first told to keep them.
final class ScaleToZero implements Act {
  private static final Map<String, String> KINDS =
      Map.of("deployment", "deployments", "statefulset", "statefulsets");
  private static final String RETAIN = "Retain";

  private static final ActKind KIND =
      new ActKind(
          "kubernetes.scale-to-zero",
          "end all pods of a workload and keep their volumes",
          List.of("kind", "namespace", "workload"),
          WayBack.WHOLE,
          List.of(
              "memory and files outside of volumes are lost with the pods: capture them before",
              "an autoscaler of Kubernetes leaves a workload without pods alone; others, and whoever"
                  + " deploys, may scale it up again"),
          "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention");

  @Override
  public ActKind kind() {
    return KIND;
  }

  private static Optional<Api> api(Target target) {
    var kind = KINDS.get(target.name("kind"));
    return kind == null || !Api.named(target.name("namespace"), target.name("workload"))
        ? Optional.empty()
        : Optional.of(Api.workloads(target.name("namespace"), kind));
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var found =
        api(target).map(api -> looking.body(api.get(target.name("workload")))).orElse(object());
    if (!found.at("/metadata/uid").isTextual()) {
      return new ActState(state);
    }
    state.set("uid", found.at("/metadata/uid"));
    state.set("replicas", found.at("/spec/replicas"));
    var scaled = found.at("/spec/persistentVolumeClaimRetentionPolicy/whenScaled");
    if (scaled.isTextual()) {
      state.set("whenScaled", scaled);
    }
    var claims = state.putArray("claims");
    found.at("/spec/volumeClaimTemplates").forEach(each -> claims.add(each.at("/metadata/name")));
    var passing = state.putArray("passing");
    for (var volume : found.at("/spec/template/spec/volumes")) {
      if (volume.has("emptyDir") || volume.has("ephemeral")) {
        passing.add(volume.path("name"));
      }
    }
    state.putObject(ActState.TOKENS).set("workload", found.at("/metadata/resourceVersion"));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var api = api(target);
    var name = target.name("workload");
    if (api.isEmpty() || state.at("/uid").isMissingNode()) {
      return new Proposal.Impossible(
          "there is no "
              + target.name("kind")
              + " `"
              + name
              + "` in "
              + target.name("namespace")
              + " [deployment or statefulset]");
    }
    var replicas = state.at("/replicas").asInt(1);
    if (replicas == 0) {
      return new Proposal.Already(name + " has no pods");
    }
    List<Step> steps = new ArrayList<>();
    var scaled = state.at("/whenScaled").asText(RETAIN);
    if (!scaled.equals(RETAIN)) {
      steps.add(
          new Step(
              "keep the claims of " + name + " when it is scaled",
              keep(api.get(), name, RETAIN),
              List.of(new Made("/whenScaled", TextNode.valueOf(RETAIN))),
              Optional.of(keep(api.get(), name, scaled))));
    }
    steps.add(
        new Step(
            "end the " + replicas + " pods of " + name,
            scale(api.get(), name, 0),
            List.of(new Made("/replicas", IntNode.valueOf(0))),
            Optional.of(scale(api.get(), name, replicas))));
    return new Proposal.Steps(steps, passing(state));
  }

  private static List<String> passing(ActState state) {
    List<String> names = new ArrayList<>();
    state.at("/passing").forEach(each -> names.add(each.asText()));
    return names.isEmpty()
        ? List.of()
        : List.of("volumes that end with their pods: " + String.join(", ", names));
  }

  private static ActCall keep(Api api, String name, String scaled) {
    var body = object();
    body.putObject("spec")
        .putObject("persistentVolumeClaimRetentionPolicy")
        .put("whenScaled", scaled);
    return api.patch(name, Api.guarded(body, "workload"));
  }

  private static ActCall scale(Api api, String name, int replicas) {
    var body = object();
    body.putObject("spec").put("replicas", replicas);
    return api.patch(name, Api.guarded(body, "workload"));
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    var what = target.name("kind") + " " + target.name("namespace") + "/" + target.name("workload");
    return List.of(
        new Claim.Switch(what, runs(before), runs(after), "all that the pods of " + what + " do"),
        new Claim.Kept(
            "the volumes of " + what, kept(before), kept(after), "they are kept without pods"));
  }

  private static boolean runs(ActState state) {
    return state.at("/replicas").asInt(1) > 0;
  }

  /// Claims that are there: those of a set without pods only where it keeps them.
  private static Set<String> kept(ActState state) {
    var kept = new TreeSet<String>();
    if (runs(state) || state.at("/whenScaled").asText(RETAIN).equals(RETAIN)) {
      for (JsonNode claim : state.at("/claims")) {
        kept.add("claims of " + claim.asText());
      }
    }
    return kept;
  }
}
