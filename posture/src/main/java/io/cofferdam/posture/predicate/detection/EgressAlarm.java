package io.cofferdam.posture.predicate.detection;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.RegionUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where models or classed data lie, an alarm that calls somebody watches how much leaves. A bound
/// that would take a tebibyte in one period watches nothing; an anomaly band always counts.
final class EgressAlarm implements Predicate {
  private static final double TOO_MUCH = 1L << 40;

  /// Metrics of bytes that leave, by namespace (Amazon CloudWatch User Guide, "AWS services that
  /// publish CloudWatch metrics").
  private static final Map<String, Set<String>> EGRESS =
      Map.of(
          "AWS/NATGateway", Set.of("BytesOutToDestination", "BytesInFromSource"),
          "AWS/S3", Set.of("BytesDownloaded"),
          "AWS/EC2", Set.of("NetworkOut"),
          "AWS/ApplicationELB", Set.of("ProcessedBytes"),
          "AWS/NetworkELB", Set.of("ProcessedBytes"),
          "AWS/TransitGateway", Set.of("BytesOut"),
          "AWS/PrivateLinkEndpoints", Set.of("BytesProcessed"),
          "AWS/ApiGateway", Set.of("DataProcessed"),
          "ContainerInsights", Set.of("NetworkTxBytes", "pod_network_tx_bytes"),
          "ECS/ContainerInsights", Set.of("NetworkTxBytes"));

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var use = RegionUse.of(scene);
    var unused = use.unused(region);
    if (unused.isPresent()) {
      return unused.get();
    }
    var verdict = new Verdict();
    var dead = new ArrayList<String>();
    for (var alarm : scene.inventory().ofType("metric-alarm")) {
      if (!alarm.account().equals(region.account())
          || !alarm.region().equals(region.region())
          || !watches(alarm)) {
        continue;
      }
      switch (judged(alarm, scene)) {
        case LiveTarget.Live(var words) -> {
          return new Outcome.Met(List.of("alarm `" + alarm.name() + "` calls " + words));
        }
        case LiveTarget.Dead(var why) -> dead.add("alarm `" + alarm.name() + "`: " + why);
        case LiveTarget.Unclear(var missing) -> verdict.open(missing);
      }
    }
    if (verdict.outcome() instanceof Outcome.Undetermined open) {
      return open;
    }
    verdict.lacks(region, "alarms");
    return verdict.outcome() instanceof Outcome.Undetermined open
        ? open
        : verdict
            .wrong(
                use.reasons(region).getFirst() + " lies there",
                dead.isEmpty() ? "no alarm watches bytes that leave" : String.join("; ", dead))
            .outcome();
  }

  private static boolean watches(Resource alarm) {
    if (egress(alarm.facts())) {
      return true;
    }
    return Facts.items(alarm.facts(), "Metrics.MetricStat.Metric").stream()
        .anyMatch(EgressAlarm::egress);
  }

  private static boolean egress(JsonNode metric) {
    return EGRESS
        .getOrDefault(metric.path("Namespace").asText(""), Set.of())
        .contains(metric.path("MetricName").asText(""));
  }

  private static LiveTarget judged(Resource alarm, Scene scene) {
    if (!alarm.fact("ActionsEnabled").asBoolean(false)) {
      return new LiveTarget.Dead("its actions are off");
    }
    var compares = alarm.fact("ComparisonOperator").asText("");
    var band = alarm.fact("ThresholdMetricId").isTextual();
    if (!band && !compares.startsWith("GreaterThan")) {
      return new LiveTarget.Dead("it does not watch for more but for less");
    }
    if (!band && alarm.fact("Threshold").asDouble(0) > TOO_MUCH) {
      return new LiveTarget.Dead(
          "its bound of " + alarm.fact("Threshold").asText() + " is too wide");
    }
    if (alarm.fact("StateValue").asText("").equals("INSUFFICIENT_DATA")) {
      return new LiveTarget.Unclear(
          "cloudwatch:DescribeAlarms: whether alarm `" + alarm.name() + "` ever gets data");
    }
    var actions =
        Facts.items(alarm.facts(), "AlarmActions").stream().map(each -> each.asText("")).toList();
    return LiveTarget.best(actions, alarm, scene);
  }
}
