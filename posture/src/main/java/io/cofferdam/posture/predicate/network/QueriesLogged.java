package io.cofferdam.posture.predicate.network;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.network.ModelPlaces;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import java.util.Comparator;

/// The names that workloads of a VPC ask for are logged and filtered.
final class QueriesLogged implements Predicate {
  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    var places = ModelPlaces.of(scene);
    if (places.in(resource.fact("VpcId").asText(resource.name())).isEmpty()) {
      return Ways.outside(places, resource);
    }
    var verdict = new Verdict();
    judge(
        "resolver-query-log-association",
        "ResourceId",
        "ACTIVE",
        "query logging",
        resource,
        scene,
        verdict);
    judge(
        "dns-firewall-association", "VpcId", "COMPLETE", "DNS Firewall", resource, scene, verdict);
    return verdict.outcome();
  }

  private static void judge(
      String type,
      String member,
      String state,
      String what,
      Resource vpc,
      Scene scene,
      Verdict verdict) {
    var found =
        scene.inventory().where(type, member, vpc.fact("VpcId").asText(vpc.name())).stream()
            .min(Comparator.comparing(each -> !each.fact("Status").asText("").equals(state)));
    if (found.isPresent() && found.get().fact("Status").asText("").equals(state)) {
      verdict.fine(what + " by " + found.get().id());
    } else if (found.isPresent()) {
      verdict.wrong(
          what + " is " + found.get().fact("Status").asText("not told"), found.get().id());
    } else if (scene.inventory().gapsOf(type).isEmpty()) {
      verdict.wrong("no " + what, vpc.name() + " has no association");
    } else {
      scene.inventory().gapsOf(type).forEach(gap -> verdict.open(gap.gap().words()));
    }
  }
}
