package io.cofferdam.respond.tamper;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.resource.Provider;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The calls that switch logs off or on: the one list of them.
///
/// Names are those of the logs: CloudTrail's event names, Azure's operation names in lower case.
final class LogSwitches {
  private static final String CLOUDTRAIL = "cloudtrail.amazonaws.com";
  private static final String S3 = "s3.amazonaws.com";
  private static final String KMS = "kms.amazonaws.com";

  /// A switch that needs no look at anything but the name of its target.
  ///
  /// @param target names of request fields, the first that is there names the target; the names of
  ///     targets are not compared where there is none
  private record Plain(boolean off, String affects, List<String> target) {}

  private static final Map<String, Map<String, Plain>> AWS = new TreeMap<>();
  private static final Map<String, Plain> AZURE = new TreeMap<>();
  private static final Map<String, Set<String>> LOOKED_INTO =
      Map.of(
          CLOUDTRAIL,
          Set.of("UpdateTrail", "PutEventSelectors", "CreateTrail"),
          S3,
          Set.of(
              "PutBucketLogging",
              "PutBucketLifecycle",
              "PutBucketLifecycleConfiguration",
              "DeleteBucketLifecycle",
              "DeleteBucket"),
          KMS,
          Set.of("DisableKey", "EnableKey", "ScheduleKeyDeletion", "CancelKeyDeletion"),
          "guardduty.amazonaws.com",
          Set.of("UpdateDetector"),
          "rds.amazonaws.com",
          Set.of("ModifyDBInstance", "ModifyDBCluster"));

  static {
    off(CLOUDTRAIL, "StopLogging", "CloudTrail", "name");
    off(CLOUDTRAIL, "DeleteTrail", "CloudTrail", "name");
    on(CLOUDTRAIL, "StartLogging", "CloudTrail", "name");
    off(CLOUDTRAIL, "DeleteEventDataStore", "CloudTrail Lake", "eventDataStore");
    off(CLOUDTRAIL, "StopEventDataStoreIngestion", "CloudTrail Lake", "eventDataStore");
    on(CLOUDTRAIL, "StartEventDataStoreIngestion", "CloudTrail Lake", "eventDataStore");
    var config = "config.amazonaws.com";
    off(config, "StopConfigurationRecorder", "AWS Config", "configurationRecorderName");
    off(config, "DeleteConfigurationRecorder", "AWS Config", "configurationRecorderName");
    on(config, "StartConfigurationRecorder", "AWS Config", "configurationRecorderName");
    off(config, "DeleteDeliveryChannel", "AWS Config delivery", "deliveryChannelName");
    on(config, "PutDeliveryChannel", "AWS Config delivery", "deliveryChannel");
    off("ec2.amazonaws.com", "DeleteFlowLogs", "VPC flow logs", "DeleteFlowLogsRequest");
    var guardDuty = "guardduty.amazonaws.com";
    off(guardDuty, "DeleteDetector", "GuardDuty findings", "detectorId");
    off(guardDuty, "StopMonitoringMembers", "GuardDuty findings of members", "detectorId");
    off(guardDuty, "DisassociateMembers", "GuardDuty findings of members", "detectorId");
    off(guardDuty, "DisassociateFromMasterAccount", "GuardDuty findings", "detectorId");
    off(guardDuty, "DisassociateFromAdministratorAccount", "GuardDuty findings", "detectorId");
    off("securityhub.amazonaws.com", "DisableSecurityHub", "Security Hub findings");
    on("securityhub.amazonaws.com", "EnableSecurityHub", "Security Hub findings");
    off("logs.amazonaws.com", "DeleteLogGroup", "CloudWatch log group", "logGroupName");
    off("logs.amazonaws.com", "DeleteLogStream", "CloudWatch log stream", "logStreamName");
    off("logs.amazonaws.com", "PutRetentionPolicy", "CloudWatch log group", "logGroupName");
    var bedrock = "bedrock.amazonaws.com";
    off(bedrock, "DeleteModelInvocationLoggingConfiguration", "model invocation logs");
    on(bedrock, "PutModelInvocationLoggingConfiguration", "model invocation logs");
    off("wafv2.amazonaws.com", "DeleteLoggingConfiguration", "WAF logs", "resourceArn");
    off(
        "route53resolver.amazonaws.com",
        "DeleteResolverQueryLogConfig",
        "DNS query logs",
        "resolverQueryLogConfigId");
    AZURE.put(
        "microsoft.insights/diagnosticsettings/delete",
        new Plain(true, "Azure diagnostic logs", List.of()));
    AZURE.put(
        "microsoft.insights/diagnosticsettings/write",
        new Plain(false, "Azure diagnostic logs", List.of()));
    AZURE.put(
        "microsoft.insights/logprofiles/delete",
        new Plain(true, "Azure activity log export", List.of()));
    AZURE.put(
        "microsoft.network/networkwatchers/flowlogs/delete",
        new Plain(true, "Azure flow logs", List.of()));
    AZURE.put(
        "microsoft.operationalinsights/workspaces/delete",
        new Plain(true, "Azure log workspace", List.of()));
  }

  private LogSwitches() {}

  private static void off(String service, String action, String affects, String... target) {
    AWS.computeIfAbsent(service, _ -> new TreeMap<>())
        .put(action, new Plain(true, affects, List.of(target)));
  }

  private static void on(String service, String action, String affects, String... target) {
    AWS.computeIfAbsent(service, _ -> new TreeMap<>())
        .put(action, new Plain(false, affects, List.of(target)));
  }

  static boolean watches(Provider provider, String service, String action) {
    return switch (provider) {
      case AWS -> {
        var plain = AWS.get(service);
        yield (plain != null && plain.containsKey(action))
            || LOOKED_INTO.getOrDefault(service, Set.of()).contains(action);
      }
      case AZURE -> AZURE.containsKey(action.toLowerCase(Locale.ROOT));
      case OWN -> false;
    };
  }

  /// What a successful call did to logs; nothing when it did nothing to them.
  static List<TamperAct> read(ApiCall call) {
    var request = Json.parse(call.request());
    if (call.provider() == Provider.AZURE) {
      var plain = AZURE.get(call.action().toLowerCase(Locale.ROOT));
      var target = call.resources().isEmpty() ? "" : call.resources().getFirst();
      return plain == null ? List.of() : List.of(act(call, plain, target));
    }
    var service = AWS.get(call.service());
    var plain = service == null ? null : service.get(call.action());
    if (plain != null) {
      return List.of(act(call, plain, target(request, plain.target())));
    }
    return switch (call.service()) {
      case CLOUDTRAIL -> TrailChanges.read(call, request);
      case S3 -> LogBuckets.read(call, request);
      case KMS -> key(call, request);
      case "guardduty.amazonaws.com" -> detector(call, request);
      case "rds.amazonaws.com" -> database(call, request);
      default -> List.of();
    };
  }

  private static TamperAct act(ApiCall call, Plain plain, String target) {
    return of(call, target, plain.affects(), plain.off(), false);
  }

  static TamperAct of(ApiCall call, String target, String affects, boolean off, boolean backwards) {
    var name = target.substring(target.lastIndexOf('/') + 1);
    return new TamperAct(
        call.ref(),
        call.time(),
        call.action(),
        call.caller().groupingName(),
        target,
        affects,
        affects + " " + call.account() + " " + (off || !name.isEmpty() ? name : ""),
        off,
        backwards);
  }

  private static String target(JsonNode request, List<String> fields) {
    for (var field : fields) {
      var value = request.path(field);
      if (value.isObject()) {
        var inner = value.path("FlowLogId");
        var ids = new ArrayList<String>();
        for (var id : Json.items(inner)) {
          ids.add(id.isObject() ? Json.text(id, "content") : id.asText());
        }
        return ids.isEmpty() ? Json.text(value, "name") : String.join(",", ids);
      }
      if (!value.asText("").isEmpty()) {
        return value.asText();
      }
    }
    return "";
  }

  private static List<TamperAct> key(ApiCall call, JsonNode request) {
    var off = call.action().equals("DisableKey") || call.action().equals("ScheduleKeyDeletion");
    return List.of(of(call, Json.text(request, "keyId"), LogBuckets.KEY, off, true));
  }

  private static List<TamperAct> detector(ApiCall call, JsonNode request) {
    if (!request.path("enable").isBoolean()) {
      return List.of();
    }
    return List.of(
        of(
            call,
            Json.text(request, "detectorId"),
            "GuardDuty findings",
            !request.path("enable").asBoolean(),
            false));
  }

  private static List<TamperAct> database(ApiCall call, JsonNode request) {
    var exports = Json.any(request, "cloudwatchLogsExportConfiguration");
    var id = Json.any(request, "dBInstanceIdentifier", "dBClusterIdentifier").asText("");
    var acts = new ArrayList<TamperAct>();
    if (!Json.items(exports.path("disableLogTypes")).isEmpty()) {
      acts.add(of(call, id, "database logs", true, false));
    } else if (!Json.items(exports.path("enableLogTypes")).isEmpty()) {
      acts.add(of(call, id, "database logs", false, false));
    }
    return acts;
  }
}
