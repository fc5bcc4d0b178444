package io.cofferdam.posture.predicate.detection;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.predicate.Verdict;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.workload.RegionUse;
import java.util.List;

/// AWS Config records what matters, delivers it, and rules are evaluated on it without errors.
/// Rules that are evaluated when something changes have no date by which they must have run.
final class ConfigRules implements Predicate {
  private static final List<String> NEEDED =
      List.of("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::IAM::Role", "AWS::EC2::SecurityGroup");

  @Override
  public Outcome evaluate(Resource region, Scene scene) {
    var unused = RegionUse.of(scene).unused(region);
    if (unused.isPresent()) {
      return unused.get();
    }
    var verdict = new Verdict();
    if (!verdict.lacks(region, "config-status", "config-recorders")) {
      recorder(region, verdict);
    }
    if (!verdict.lacks(region, "config-delivery")) {
      delivery(region, verdict);
    }
    if (!verdict.lacks(region, "config-rules", "config-packs", "config-evaluations")) {
      rules(region, verdict);
    }
    return verdict.outcome();
  }

  private static void recorder(Resource region, Verdict verdict) {
    var all = Facts.items(region.facts(), "config-status.ConfigurationRecordersStatus");
    var on = all.stream().filter(each -> each.path("recording").asBoolean(false)).findFirst();
    if (on.isEmpty()) {
      verdict.wrong(
          all.isEmpty() ? "there is no recorder" : "its recorder is stopped",
          "no recorder with recording true");
      return;
    }
    if (on.get().path("lastStatus").asText("").equalsIgnoreCase("Failure")) {
      verdict.wrong(
          "its recorder fails", "lastErrorCode is " + on.get().path("lastErrorCode").asText(""));
    }
    for (var each : Facts.items(region.facts(), "config-recorders.ConfigurationRecorders")) {
      var group = each.path("recordingGroup");
      var strategy = group.path("recordingStrategy").path("useOnly").asText("");
      var named =
          strategy.equals("INCLUSION_BY_RESOURCE_TYPES") || !group.path("resourceTypes").isEmpty();
      var excluded = group.path("exclusionByResourceTypes").path("resourceTypes");
      for (var type : NEEDED) {
        if (named ? !holds(group.path("resourceTypes"), type) : holds(excluded, type)) {
          // IAM is recorded in one region only; where that is another, it is left out on purpose
          if (!type.startsWith("AWS::IAM")) {
            verdict.wrong("it does not record " + type, "the recording group leaves it out");
          }
        }
      }
    }
  }

  private static boolean holds(JsonNode list, String text) {
    for (var each : list) {
      if (each.asText("").equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static void delivery(Resource region, Verdict verdict) {
    var channels = Facts.items(region.facts(), "config-delivery.DeliveryChannelsStatus");
    if (channels.isEmpty()) {
      verdict.wrong("nothing is delivered", "there is no delivery channel");
    }
    for (var channel : channels) {
      for (var kind : List.of("configHistoryDeliveryInfo", "configStreamDeliveryInfo")) {
        if (channel.path(kind).path("lastStatus").asText("").equalsIgnoreCase("Failure")) {
          verdict.wrong(
              "delivery fails", kind + ": " + channel.path(kind).path("lastErrorCode").asText(""));
        }
      }
    }
  }

  private static void rules(Resource region, Verdict verdict) {
    var active =
        Facts.items(region.facts(), "config-rules.ConfigRules").stream()
            .filter(each -> each.path("ConfigRuleState").asText("").equals("ACTIVE"))
            .count();
    var packs =
        Facts.items(region.facts(), "config-packs.ConformancePackStatusDetails").stream()
            .filter(each -> each.path("ConformancePackState").asText("").endsWith("_COMPLETE"))
            .count();
    if (active == 0 && packs == 0) {
      verdict.wrong("no rule judges what is recorded", "there is no rule and no conformance pack");
      return;
    }
    for (var each : Facts.items(region.facts(), "config-evaluations.ConfigRulesEvaluationStatus")) {
      var error = each.path("LastErrorCode").asText("");
      if (!error.isEmpty()
          && each.path("LastFailedEvaluationTime")
                  .asText("")
                  .compareTo(each.path("LastSuccessfulEvaluationTime").asText(""))
              > 0) {
        verdict.wrong(
            "rule `" + each.path("ConfigRuleName").asText("") + "` fails",
            "LastErrorCode is " + error);
      }
    }
    verdict.fine(active + " rules and " + packs + " conformance packs judge what is recorded");
  }
}
