package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.AsksTrails;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.predicate.detection.FindingRules;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.trail.TrailHealth;
import io.cofferdam.posture.trail.Trails;
import io.cofferdam.posture.workload.RegionUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// An event of a region reaches something that detects within 15 minutes. A path through CloudWatch
/// Logs is measured by its latest delivery; one through EventBridge is not measured by anything
/// that AWS tells.
final class EventsReachDetector implements AsksTrails {
  private static final Duration BOUND = Duration.ofMinutes(15);

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var unused = RegionUse.of(scene).unused(region);
    if (unused.isPresent()) {
      return unused.get();
    }
    var verdict = new Verdict();
    verdict.lacks(region, "trails", "metric-filters");
    for (var seen : Trails.of(scene).in(region)) {
      var trail = seen.trail();
      var group = group(trail);
      if (group.isEmpty() || verdict.lacks(trail, "status")) {
        continue;
      }
      if (seen.health() instanceof TrailHealth.Live && watched(region, group)) {
        if (recent(trail, scene.takenAt())) {
          return new Outcome.Met(
              List.of(
                  "trail `"
                      + trail.name()
                      + "` delivered to log group `"
                      + group
                      + "`, whose events are filtered, within 15 minutes"));
        }
        verdict.open(
            "cloudtrail:GetTrailStatus: a delivery of trail `"
                + trail.name()
                + "` to CloudWatch Logs within 15 minutes; the last was at "
                + trail.fact("status.LatestCloudWatchLogsDeliveryTime").asText("no time"));
      }
    }
    var rules = FindingRules.of(scene);
    switch (rules.consuming(
        region, List.of("aws.guardduty", "aws.securityhub", "aws.cloudtrail"))) {
      case FindingRules.Live live ->
          verdict.open(
              "canary event: how long "
                  + live.words()
                  + " takes from call to alert; no call of AWS tells it, a drill does");
      case FindingRules.Dead dead -> {
        if (verdict.outcome() instanceof Outcome.Met) {
          verdict.wrong("nothing waits for its events", dead.seen());
        }
      }
      case FindingRules.Unclear unclear -> unclear.missing().forEach(verdict::open);
    }
    return verdict.outcome();
  }

  private static String group(Resource trail) {
    var arn = trail.fact("CloudWatchLogsLogGroupArn").asText("").split(":", -1);
    return arn.length > 6 ? arn[6] : "";
  }

  private static boolean watched(Resource region, String group) {
    return Facts.items(region.facts(), "metric-filters.metricFilters").stream()
        .anyMatch(filter -> filter.path("logGroupName").asText("").equals(group));
  }

  private static boolean recent(Resource trail, Instant now) {
    var error = trail.fact("status.LatestCloudWatchLogsDeliveryError").asText("");
    return error.isEmpty()
        && TrailHealth.instant(trail, "status.LatestCloudWatchLogsDeliveryTime")
            .filter(at -> !at.isBefore(now.minus(BOUND)))
            .isPresent();
  }
}
