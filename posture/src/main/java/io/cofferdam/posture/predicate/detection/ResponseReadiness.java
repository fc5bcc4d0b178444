package io.cofferdam.posture.predicate.detection;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.Relation;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workloads;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// What containment needs is there before it is needed: a security group that lets nothing through
/// in each network with a workload, a document with the steps, a role to take them. Whether they
/// were tried is not told by AWS.
final class ResponseReadiness implements Predicate {
  /// What the company's own ledger tells of an account: `dryRunAt`, `drillAt`, `playbooks`. AWS
  /// knows none of it; where no ledger is read, it is missing.
  private static final String KEPT = "response";

  private static final Duration DRY_RUN = Duration.ofDays(90);
  private static final Duration DRILL = Duration.ofDays(180);

  private static final Set<String> WORDS =
      Set.of(
          "quarantine",
          "isolate",
          "isolation",
          "containment",
          "contain",
          "incident",
          "forensic",
          "forensics",
          "response",
          "breakglass",
          "ir");

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var verdict = new Verdict();
    var inventory = scene.inventory();
    var networks = networks(account, scene);
    for (var network : networks) {
      if (inventory.where("security-group", "VpcId", network).stream()
          .noneMatch(
              group ->
                  group.account().equals(account.account())
                      && group.fact("IpPermissions").isEmpty()
                      && group.fact("IpPermissionsEgress").isEmpty())) {
        lacking(
            "security-group",
            "network `" + network + "` has no security group that lets nothing through",
            "each group of it has rules",
            scene,
            verdict);
      }
    }
    named(account, "ssm-document", "no document tells the steps of containment", scene, verdict);
    named(account, "iam-role", "no role is made for containment", scene, verdict);
    recent(account, "dryRunAt", "a dry run of containment", DRY_RUN, scene, verdict);
    recent(account, "drillAt", "a drill", DRILL, scene, verdict);
    if (account.fact(KEPT + ".playbooks").isEmpty()) {
      verdict.open("ledger: a playbook for each kind of data of a model");
    }
    return verdict.outcome();
  }

  private static void recent(
      Resource account, String fact, String what, Duration bound, Scene scene, Verdict verdict) {
    var at = account.fact(KEPT + "." + fact).asText("");
    try {
      if (!at.isEmpty() && !Instant.parse(at).isBefore(scene.takenAt().minus(bound))) {
        verdict.fine(what + " was made at " + at);
      } else if (at.isEmpty()) {
        verdict.open("ledger: " + what + " within " + bound.toDays() + " days");
      } else {
        verdict.wrong(what + " is too long ago", "the last was at " + at);
      }
    } catch (DateTimeException unfit) {
      verdict.open("ledger: when " + what + " was made; `" + at + "` is no time");
    }
  }

  private static void named(
      Resource account, String type, String why, Scene scene, Verdict verdict) {
    if (scene.inventory().ofType(type).stream()
        .noneMatch(each -> each.account().equals(account.account()) && named(each))) {
      lacking(type, why, "none is named " + new TreeSet<>(WORDS), scene, verdict);
    }
  }

  private static void lacking(String type, String why, String seen, Scene scene, Verdict verdict) {
    var gaps = scene.inventory().gapsOf(type);
    if (gaps.isEmpty()) {
      verdict.wrong(why, seen);
    } else {
      gaps.forEach(gap -> verdict.open(gap.gap().words()));
    }
  }

  private static boolean named(Resource resource) {
    return Arrays.stream(resource.name().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
        .anyMatch(WORDS::contains);
  }

  private static Set<String> networks(Resource account, Scene scene) {
    var networks = new TreeSet<String>();
    for (var workload : Workloads.of(scene).atLeast(Sureness.LIKELY)) {
      if (workload.resource().account().equals(account.account())) {
        networks.addAll(workload.linked(Relation.VPC));
        List<String> groups = workload.linked(Relation.SECURITY_GROUP);
        for (var group : groups) {
          for (var each : scene.inventory().where("security-group", "GroupId", group)) {
            networks.add(each.fact("VpcId").asText(""));
          }
        }
      }
    }
    networks.remove("");
    return networks;
  }
}
