package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Severity;
import io.cofferdam.posture.inventory.PlannedFacts;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;

/// SARIF 2.1.0: one run. Met is the kind `pass`, violated `fail`, not applicable `notApplicable`,
/// undetermined `open`, which SARIF defines as evaluated without enough to decide. Suppressions and
/// the state against a baseline are SARIF's own.
public final class Sarif implements ScanExport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    var index = new HashMap<String, Integer>();
    try (var json = Json.to(out)) {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      json.writeObjectFieldStart("tool");
      json.writeObjectFieldStart("driver");
      json.writeStringField("name", "Cofferdam");
      json.writeStringField("version", BuildInfo.version());
      json.writeArrayFieldStart("rules");
      for (var control : report.result().controls()) {
        index.put(control.id(), index.size());
        json.writeTree(rule(control));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
      json.writeArrayFieldStart("invocations");
      json.writeTree(invocation(report));
      json.writeEndArray();
      json.writeArrayFieldStart("results");
      for (var judged : report.findings()) {
        json.writeTree(result(judged, index, report.baseline().isPresent()));
      }
      for (var gone : report.gone()) {
        if (gone.how().mended()) {
          json.writeTree(absent(gone, index));
        }
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static ObjectNode rule(Control control) {
    var rule = Json.object();
    rule.put("id", control.id());
    rule.putObject("shortDescription").put("text", control.title());
    rule.put("helpUri", control.source());
    var change = control.remediation();
    Json.put(
        rule.putObject("help"), "text", change.cli().isEmpty() ? control.source() : change.cli());
    rule.putObject("defaultConfiguration").put("level", level(control.severity()));
    var properties = rule.putObject("properties");
    properties.put("severity", control.severity().word());
    properties.put("security-severity", score(control.severity()));
    properties.set(
        "tags", Json.texts(control.requirements().stream().map(Told::clause).distinct().toList()));
    return rule;
  }

  private static ObjectNode invocation(ScanReport report) {
    var invocation = Json.object();
    invocation.put("executionSuccessful", true);
    invocation.put("endTimeUtc", report.result().takenAt().toString());
    var notes = invocation.putArray("toolExecutionNotifications");
    for (var note : report.notes()) {
      notes.addObject().put("level", "note").putObject("message").put("text", note);
    }
    return invocation;
  }

  private static ObjectNode result(Judged judged, Map<String, Integer> index, boolean compared) {
    var finding = judged.finding();
    var result = Json.object();
    result.put("ruleId", finding.control().id());
    result.put("ruleIndex", index.get(finding.control().id()));
    var kind =
        switch (finding.outcome()) {
          case Outcome.Met _ -> "pass";
          case Outcome.Violated _ -> "fail";
          case Outcome.NotApplicable _ -> "notApplicable";
          case Outcome.Undetermined _ -> "open";
        };
    result.put("kind", kind);
    result.put("level", kind.equals("fail") ? level(finding.severity()) : "none");
    result.putObject("message").put("text", Told.why(finding));
    location(result, finding.resource().id(), finding.resource().name());
    PlannedFacts.where(finding.resource()).ifPresent(at -> written(result, at));
    result.putObject("partialFingerprints").put("cofferdamFinding/v1", finding.id());
    if (compared && (judged.violated() || judged.undetermined())) {
      result.put(
          "baselineState", judged.standing() instanceof Standing.Known ? "unchanged" : "new");
    }
    suppression(judged.standing(), result);
    var properties = result.putObject("properties");
    properties.put("outcome", finding.outcome().word());
    properties.put("severity", finding.severity().word());
    properties.put("standing", judged.standing().word());
    properties.put("account", finding.resource().account());
    properties.put("region", finding.resource().region());
    more(finding, properties);
    return result;
  }

  private static void more(Finding finding, ObjectNode properties) {
    var name =
        switch (finding.outcome()) {
          case Outcome.Met _ -> "proof";
          case Outcome.Undetermined _ -> "missing";
          case Outcome.Violated _, Outcome.NotApplicable _ -> "witness";
        };
    if (!Told.details(finding).isEmpty()) {
      properties.set(name, Json.texts(Told.details(finding)));
    }
    Json.put(properties, "mend", Told.mend(finding));
  }

  private static void suppression(Standing standing, ObjectNode result) {
    var suppressions = result.putArray("suppressions");
    switch (standing) {
      case Standing.Suppressed(var by) -> {
        var one = suppressions.addObject().put("kind", "external").put("status", "accepted");
        one.put("justification", by.reason());
        one.putObject("properties")
            .put("owner", by.owner())
            .put("expires", by.expires().toString());
      }
      case Standing.Expired(var by) -> {
        var one = suppressions.addObject().put("kind", "external").put("status", "rejected");
        one.put("justification", by.reason() + " (expired: it counts again)");
        one.putObject("properties")
            .put("owner", by.owner())
            .put("expires", by.expires().toString());
      }
      case Standing.Plain _, Standing.New _, Standing.Known _ -> {}
    }
  }

  private static ObjectNode absent(Gone gone, Map<String, Integer> index) {
    var former = gone.former();
    var result = Json.object();
    result.put("ruleId", former.control());
    var at = index.get(former.control());
    if (at != null) {
      result.put("ruleIndex", at);
    }
    result.put("kind", "fail");
    result.put("level", "note");
    result.putObject("message").put("text", "Violated in the baseline: " + gone.how().words());
    location(result, former.resource(), "");
    result.putObject("partialFingerprints").put("cofferdamFinding/v1", former.id());
    result.put("baselineState", "absent");
    result.putArray("suppressions");
    result.putObject("properties").put("outcome", "Gone").put("account", former.account());
    return result;
  }

  private static void location(ObjectNode result, String id, String name) {
    var logical = result.putArray("locations").addObject().putArray("logicalLocations").addObject();
    Json.put(logical, "name", name);
    logical.put("fullyQualifiedName", id).put("kind", "resource");
  }

  /// Where it is written, so that readers can show the line.
  private static void written(ObjectNode result, PlannedFacts.Written at) {
    var physical = ((ObjectNode) result.path("locations").path(0)).putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(at.file()));
    if (at.line() > 0) {
      physical.putObject("region").put("startLine", at.line());
    }
  }

  /// A path as a reference: relative where the path is.
  private static String uri(String file) {
    try {
      var path = file.replace(File.separatorChar, '/');
      return new URI(path.startsWith("/") ? "file" : null, null, path, null).toASCIIString();
    } catch (URISyntaxException noReference) {
      return "plan";
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "note";
    };
  }

  /// The number by which some readers of SARIF sort: within the bands of CVSS.
  private static String score(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "9.5";
      case HIGH -> "8.0";
      case MEDIUM -> "5.5";
      case LOW -> "3.0";
    };
  }
}
