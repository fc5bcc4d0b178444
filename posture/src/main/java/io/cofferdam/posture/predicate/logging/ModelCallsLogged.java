package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.trail.EventSelection.Access;
import io.cofferdam.posture.trail.EventSelection.Part;
import io.cofferdam.posture.trail.TrailHealth;
import io.cofferdam.posture.trail.Trails;
import io.cofferdam.posture.workload.Sureness;
import io.cofferdam.posture.workload.Workload;
import io.cofferdam.posture.workload.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Calls of agents, knowledge bases and endpoints of a region are logged as data events; calls of
/// models of Bedrock are management events that read
/// (`https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html`).
final class ModelCallsLogged implements AsksTrails {
  private static final Map<String, String> DATA_EVENTS =
      Map.of(
          "bedrock-agent", "AWS::Bedrock::AgentAlias",
          "bedrock-knowledge-base", "AWS::Bedrock::KnowledgeBase",
          "sagemaker-endpoint", "AWS::SageMaker::Endpoint");

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var here = here(region, scene);
    if (here.isEmpty()) {
      var gaps =
          Workloads.of(scene).gaps().stream()
              .filter(gap -> gap.account().equals(region.account()))
              .filter(gap -> gap.region().equals(region.region()))
              .filter(gap -> DATA_EVENTS.containsKey(gap.type()))
              .filter(gap -> !gap.gap().message().contains("no such region"))
              .map(gap -> gap.gap().words())
              .collect(Collectors.toCollection(ArrayList::new));
      region.gapsOf(List.of("bedrock-metrics")).stream().map(Gap::words).forEach(gaps::add);
      return gaps.isEmpty()
          ? new Outcome.NotApplicable("no endpoint, agent or knowledge base was found there")
          : new Outcome.Undetermined(gaps);
    }
    var verdict = new Verdict();
    if (verdict.lacks(region, "trails")) {
      return verdict.outcome();
    }
    var trails = Trails.of(scene).in(region);
    here.forEach((type, first) -> judge(type, first, trails, verdict));
    return verdict.outcome();
  }

  /// The types of events of what is there, each with one workload that makes them.
  private static Map<String, Workload> here(Resource region, Scene scene) {
    Map<String, Workload> here = new TreeMap<>();
    for (var workload : Workloads.of(scene).atLeast(Sureness.LIKELY)) {
      var resource = workload.resource();
      var type =
          resource.type().equals(Workloads.MODEL_USE)
              ? "management"
              : DATA_EVENTS.get(resource.type());
      if (type != null
          && resource.account().equals(region.account())
          && resource.region().equals(region.region())) {
        here.putIfAbsent(type, workload);
      }
    }
    return here;
  }

  private static void judge(
      String type, Workload first, List<Trails.Seen> trails, Verdict verdict) {
    var name = "`" + first.resource().name() + "`";
    var unsure = new ArrayList<String>();
    for (var seen : trails) {
      if (seen.health() instanceof TrailHealth.Broken) {
        continue;
      }
      if (seen.health() instanceof TrailHealth.Unclear(var missing)) {
        unsure.addAll(missing);
        continue;
      }
      seen.gaps().forEach(gap -> unsure.add(gap.words()));
      var part =
          type.equals("management")
              ? (seen.management().contains(Access.READ) ? Part.ALL : Part.NONE)
              : seen.data(type);
      if (part == Part.ALL) {
        verdict.fine("trail `" + seen.trail().name() + "` logs calls of " + name);
        return;
      }
      if (part == Part.SOME) {
        unsure.add(
            "cloudtrail:GetEventSelectors: whether trail `"
                + seen.trail().name()
                + "` selects the events of "
                + name
                + ", since it takes only a part of "
                + type);
      }
    }
    if (unsure.isEmpty()) {
      verdict.wrong(
          "no trail that delivers logs who called " + name,
          type.equals("management")
              ? "no trail selects management events that read"
              : "no trail selects data events of " + type);
    } else {
      unsure.forEach(verdict::open);
    }
  }
}
