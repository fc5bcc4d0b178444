package io.cofferdam.app.anchor;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.event.ConfigurationItem;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.FoundSetting;
import io.cofferdam.model.exposure.FoundSetting.Setting;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.snapshot.CallRecord;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one snapshot knows of the time it was taken: settings of buckets, accounts and disk
/// snapshots, and what the trails were told to log.
///
/// Each setting is known at the instant of the call that told it. A call that was denied, failed or
/// was never made tells nothing.
public final class SnapshotAnchors {
  private static final Map<String, Setting> OF_BUCKETS =
      Map.of(
          "GetBucketPolicy", Setting.POLICY,
          "GetBucketAcl", Setting.ACL,
          "GetPublicAccessBlock", Setting.BLOCK,
          "GetBucketOwnershipControls", Setting.OWNERSHIP);

  private final StoredSnapshot snapshot;
  private final JournalLines lines;
  private final int input;
  private final Map<String, String> regions = new HashMap<>();
  private final List<FoundSetting> settings = new ArrayList<>();
  private final List<ConfigurationItem> items = new ArrayList<>();
  private final Set<String> accounts = new HashSet<>();
  private long without;

  private SnapshotAnchors(Path folder, int input) {
    this.snapshot = StoredSnapshot.open(folder);
    this.lines = JournalLines.of(folder);
    this.input = input;
  }

  /// Reads a snapshot.
  ///
  /// @param input its number among the inputs
  /// @throws io.cofferdam.model.CofferdamException where the folder holds none, or one that was
  ///     changed
  public static SnapshotAnchors read(Path folder, int input) {
    var anchors = new SnapshotAnchors(folder, input);
    anchors.read();
    return anchors;
  }

  public List<FoundSetting> settings() {
    return List.copyOf(settings);
  }

  /// Where buckets are and what trails log, as items of AWS Config tell it.
  public List<ConfigurationItem> items() {
    return List.copyOf(items);
  }

  public Set<String> accounts() {
    return Set.copyOf(accounts);
  }

  /// The snapshot as an input of the investigation.
  public InputSummary summary() {
    var notes = new ArrayList<String>();
    if (!snapshot.finished()) {
      notes.add("the snapshot was not taken to its end");
    }
    if (snapshot.undecodable() > 0) {
      notes.add(snapshot.undecodable() + " lines of its journal cannot be read");
    }
    if (without > 0) {
      notes.add(without + " calls about settings gave no answer; those settings stay unknown");
    }
    var times = snapshot.calls().stream().map(CallRecord::at).toList();
    return new InputSummary(
        input,
        lines.file().toString(),
        lines.sha256(),
        lines.sha256(),
        lines.bytes(),
        "snapshot",
        (long) settings.size() + items.size(),
        snapshot.undecodable(),
        0,
        times.stream().min(Comparator.naturalOrder()).orElse(null),
        times.stream().max(Comparator.naturalOrder()).orElse(null),
        notes);
  }

  private void read() {
    for (var call : snapshot.calls()) {
      accounts.add(call.request().account());
      if (call.request().operation().equals("GetBucketLocation")) {
        body(call, "")
            .ifPresent(
                place ->
                    regions.put(
                        bucket(call),
                        place.path("LocationConstraint").asText("").isEmpty()
                            ? "us-east-1"
                            : place.path("LocationConstraint").asText()));
      }
    }
    var trails = new HashMap<String, JsonNode>();
    for (var call : ordered()) {
      switch (call.request().service()) {
        case "s3" -> bucketCall(call);
        case "s3control" -> account(call);
        case "ec2" -> shares(call);
        case "cloudtrail" -> trail(call, trails);
        default -> {}
      }
    }
  }

  /// Descriptions of trails come before what is told of each.
  private List<CallRecord> ordered() {
    return snapshot.calls().stream()
        .sorted(
            Comparator.comparing((CallRecord c) -> !c.request().operation().startsWith("Describe"))
                .thenComparing(CallRecord::at)
                .thenComparing(c -> c.request().words()))
        .toList();
  }

  private void bucketCall(CallRecord call) {
    var setting = OF_BUCKETS.get(call.request().operation());
    if (setting != null) {
      var resource = ResourceId.bucket(bucket(call));
      var region = regions.getOrDefault(bucket(call), "");
      var value = told(call, member(setting));
      value.ifPresent(
          text -> {
            add(call, resource, region, Setting.EXISTS, "");
            add(call, resource, region, setting, text);
          });
    } else if (call.request().operation().equals("GetBucketLocation")
        && regions.containsKey(bucket(call))) {
      var region = regions.getOrDefault(bucket(call), "");
      items.add(item(call, region, "AWS::S3::Bucket", bucket(call), "{}"));
    }
  }

  private static String member(Setting setting) {
    return switch (setting) {
      case POLICY -> "Policy";
      case BLOCK, ACCOUNT_BLOCK -> "PublicAccessBlockConfiguration";
      case OWNERSHIP -> "OwnershipControls";
      case SHARES -> "CreateVolumePermissions";
      case ACL, EXISTS -> "";
    };
  }

  private static String bucket(CallRecord call) {
    return call.request().parameters().getOrDefault("Bucket", "");
  }

  private void account(CallRecord call) {
    if (call.request().operation().equals("GetPublicAccessBlock")) {
      told(call, member(Setting.ACCOUNT_BLOCK))
          .ifPresent(
              text ->
                  add(
                      call,
                      new ResourceId(ResourceKind.OTHER, call.request().account()),
                      "",
                      Setting.ACCOUNT_BLOCK,
                      text));
    }
  }

  private void shares(CallRecord call) {
    var id = call.request().parameters().getOrDefault("SnapshotId", "");
    if (call.request().operation().equals("DescribeSnapshotAttribute") && !id.isEmpty()) {
      var region = call.request().region();
      told(call, member(Setting.SHARES))
          .ifPresent(
              text ->
                  add(
                      call,
                      new ResourceId(
                          ResourceKind.EBS_SNAPSHOT, "arn:aws:ec2:" + region + "::snapshot/" + id),
                      region,
                      Setting.SHARES,
                      text.isEmpty() ? "[]" : text));
    }
  }

  private void trail(CallRecord call, Map<String, JsonNode> trails) {
    if (call.request().operation().equals("DescribeTrails")) {
      body(call, "")
          .ifPresent(
              found ->
                  Facts.items(found, "trailList")
                      .forEach(each -> trails.put(each.path("TrailARN").asText(""), each)));
    } else if (call.request().operation().equals("GetEventSelectors")) {
      var trail = trails.get(call.request().parameters().getOrDefault("TrailName", ""));
      var selectors = told(call, "");
      if (trail != null && selectors.isPresent()) {
        var setting = TrailSelectors.asLogged(body(call, "").orElseThrow());
        if (setting instanceof com.fasterxml.jackson.databind.node.ObjectNode object) {
          object.put("name", trail.path("Name").asText(""));
          items.add(
              item(
                  call,
                  trail.path("HomeRegion").asText(call.request().region()),
                  "AWS::CloudTrail::Trail",
                  trail.path("Name").asText(""),
                  object.toString()));
        }
      }
    }
  }

  /// What a call told: a member of its answer as JSON, or empty text where there is none; nothing
  /// where it gave no answer. A policy is a document in a text.
  private Optional<String> told(CallRecord call, String member) {
    if (call.outcome() == CallOutcome.ABSENT) {
      return Optional.of("");
    }
    var body = body(call, member);
    if (body.isEmpty()) {
      without++;
    }
    return body.map(
        each -> each.isMissingNode() ? "" : each.isTextual() ? each.asText("") : each.toString());
  }

  private Optional<JsonNode> body(CallRecord call, String member) {
    if (call.outcome() != CallOutcome.ANSWERED) {
      return Optional.empty();
    }
    return snapshot
        .find(call.request())
        .map(answer -> member.isEmpty() ? answer.body() : answer.body().path(member));
  }

  private void add(
      CallRecord call, ResourceId resource, String region, Setting setting, String value) {
    settings.add(
        new FoundSetting(
            ref(call), call.at(), call.request().account(), region, resource, setting, value));
  }

  private ConfigurationItem item(
      CallRecord call, String region, String type, String id, String configuration) {
    return new ConfigurationItem(
        ref(call),
        call.at(),
        call.request().account(),
        region,
        type,
        id,
        "",
        "OK",
        configuration,
        "");
  }

  private EventRef ref(CallRecord call) {
    return new EventRef(input, lines.of(call), call.requestId());
  }

  /// When the snapshot was read, at the latest.
  public Instant takenAt() {
    return snapshot.takenAt();
  }
}
