package io.cofferdam.app.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.anchor.TrailSelectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/// Selects the reads of one bucket in addition to what a trail logs today. Selectors that are put
/// replace those that were there (AWS CloudTrail API Reference, PutEventSelectors), so the command
/// names them all.
final class SelectorChange {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StoreLogs logs;
  private final Optional<TrailLogs> trail;

  SelectorChange(StoreLogs logs) {
    this.logs = logs;
    this.trail =
        logs.reaching().stream()
            .filter(TrailLogs::running)
            .filter(t -> t.selectors().isObject())
            .max(Comparator.comparing(TrailLogs::digests).thenComparing(TrailLogs::multiRegion));
  }

  String lack() {
    return logs.reaching().stream().anyMatch(TrailLogs::running)
        ? "data events are off"
        : "no trail logs in its region";
  }

  String words() {
    return trail
        .map(
            t ->
                "Have the trail "
                    + t.name()
                    + " log data events of "
                    + logs.store().shortName()
                    + (t.digests() ? "." : ", and turn its log file validation on."))
        .orElse(
            "Make a trail for all regions with log file validation, and have it log data events of "
                + logs.store().shortName()
                + ".");
  }

  String command() {
    if (trail.isEmpty()) {
      return "aws cloudtrail create-trail --name cofferdam --s3-bucket-name LOG_BUCKET"
          + " --is-multi-region-trail --enable-log-file-validation && aws cloudtrail start-logging"
          + " --name cofferdam && aws cloudtrail put-event-selectors --trail-name cofferdam"
          + " --event-selectors '"
          + NODES.arrayNode().add(TrailSelectors.asAnswered(basic()))
          + "'";
    }
    var name = trail.get().id();
    var advanced = advanced(trail.get().selectors());
    var kept = kept(trail.get().selectors());
    kept.add(advanced ? fieldSelectors() : basic());
    return "aws cloudtrail put-event-selectors --trail-name "
        + name
        + (advanced ? " --advanced-event-selectors '" : " --event-selectors '")
        + TrailSelectors.asAnswered(kept)
        + "'"
        + (trail.get().digests()
            ? ""
            : " && aws cloudtrail update-trail --name " + name + " --enable-log-file-validation");
  }

  /// The logs with the change.
  StoreLogs changed() {
    if (trail.isEmpty()) {
      var all = new ArrayList<>(logs.trails());
      var selectors = NODES.objectNode();
      selectors.putArray("eventSelectors").add(basic());
      all.add(new TrailLogs("cofferdam", "cofferdam", logs.region(), true, true, true, selectors));
      return logs.withTrails(all);
    }
    return logs.with(
        trail.get(),
        t -> {
          var selectors = NODES.objectNode();
          var advanced = advanced(t.selectors());
          selectors.set(
              advanced ? "advancedEventSelectors" : "eventSelectors",
              kept(t.selectors()).add(advanced ? fieldSelectors() : basic()));
          return t.withDigests().withSelectors(selectors);
        });
  }

  private static boolean advanced(JsonNode selectors) {
    return !selectors.path("advancedEventSelectors").isEmpty();
  }

  private static ArrayNode kept(JsonNode selectors) {
    var kept = NODES.arrayNode();
    selectors
        .path(advanced(selectors) ? "advancedEventSelectors" : "eventSelectors")
        .forEach(kept::add);
    return kept;
  }

  private String objects() {
    return logs.store().id() + "/";
  }

  private ObjectNode basic() {
    var selector = NODES.objectNode();
    selector.put("readWriteType", "All");
    selector.put("includeManagementEvents", true);
    var resource = selector.putArray("dataResources").addObject();
    resource.put("type", "AWS::S3::Object");
    resource.putArray("values").add(objects());
    return selector;
  }

  private ObjectNode fieldSelectors() {
    var selector = NODES.objectNode();
    selector.put("name", "Objects of " + logs.store().shortName());
    var fields = selector.putArray("fieldSelectors");
    field(fields, "eventCategory").putArray("equals").add("Data");
    field(fields, "resources.type").putArray("equals").add("AWS::S3::Object");
    field(fields, "resources.ARN").putArray("startsWith").add(objects());
    return selector;
  }

  private static ObjectNode field(ArrayNode fields, String name) {
    return fields.addObject().put("field", name);
  }
}
