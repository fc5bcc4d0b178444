package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Severity;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;

/// OCSF 1.8.0: an array of Compliance Findings (class 2003) with the cloud profile. Undetermined is
/// the compliance status Warning, which OCSF defines as no result because information is missing;
/// not applicable is Other. A violation of the baseline that is mended is a finding that is closed.
public final class Ocsf implements ScanExport {
  private static final int CREATE = 1;
  private static final int UPDATE = 2;
  private static final int CLOSE = 3;
  private static final int OTHER = 99;
  private static final String VERSION = "1.8.0";

  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    try (var json = Json.to(out)) {
      json.writeStartArray();
      for (var judged : report.findings()) {
        json.writeTree(event(judged, report.result().takenAt()));
      }
      for (var gone : report.gone()) {
        if (gone.how().mended()) {
          json.writeTree(closed(gone, report.result().takenAt()));
        }
      }
      json.writeEndArray();
      json.writeRaw('\n');
    }
  }

  private static ObjectNode event(Judged judged, Instant taken) {
    var finding = judged.finding();
    var resource = finding.resource();
    var event = base(judged.standing() instanceof Standing.Known ? UPDATE : CREATE, taken);
    severity(finding, event);
    status(judged.standing(), event);
    event.put("message", Told.why(finding));
    event.set("cloud", cloud(resource.account(), resource.region(), resource.id()));
    var info = event.putObject("finding_info");
    info.put("uid", finding.id());
    info.put("title", finding.control().title());
    info.put("desc", Told.why(finding));
    info.put("created_time", since(judged.standing(), taken).toEpochMilli());
    analytic(info, finding.control().id(), finding.control().title());
    compliance(finding, event.putObject("compliance"));
    resource(event, resource.id(), resource.name(), resource.type(), resource.region());
    if (finding.outcome() instanceof Outcome.Violated && !Told.mend(finding).isEmpty()) {
      var remediation = event.putObject("remediation");
      remediation.put("desc", Told.mend(finding));
      remediation.set("references", Json.texts(List.of(finding.control().source())));
    }
    var more = event.putObject("unmapped");
    more.put("outcome", finding.outcome().word());
    more.put("standing", judged.standing().word());
    if (!finding.weighed().isEmpty()) {
      more.set("weighed", Json.texts(finding.weighed()));
    }
    return event;
  }

  private static ObjectNode closed(Gone gone, Instant taken) {
    var former = gone.former();
    var event = base(CLOSE, taken);
    event.put("severity_id", 1).put("severity", "Informational");
    event.put("status_id", 4).put("status", "Resolved");
    event.put("message", "Violated in the baseline: " + gone.how().words());
    event.set("cloud", cloud(former.account(), former.region(), former.resource()));
    var info = event.putObject("finding_info");
    info.put("uid", former.id());
    info.put("title", former.control());
    analytic(info, former.control(), "");
    var compliance = event.putObject("compliance");
    compliance.put("control", former.control());
    if (gone.how() == Gone.How.MET) {
      compliance.put("status_id", 1).put("status", "Pass");
    } else {
      compliance.put("status_id", OTHER).put("status", "NotApplicable");
    }
    compliance.set("status_details", Json.texts(List.of(gone.how().words())));
    resource(event, former.resource(), "", "", former.region());
    event.putObject("unmapped").put("outcome", "Gone");
    return event;
  }

  private static ObjectNode base(int activity, Instant taken) {
    var name = activity == CREATE ? "Create" : activity == UPDATE ? "Update" : "Close";
    var event = Json.object();
    event.put("activity_id", activity).put("activity_name", name);
    event.put("category_uid", 2).put("category_name", "Findings");
    event.put("class_uid", 2003).put("class_name", "Compliance Finding");
    event.put("type_uid", 200300 + activity).put("type_name", "Compliance Finding: " + name);
    event.put("time", taken.toEpochMilli());
    var metadata = event.putObject("metadata");
    metadata.put("version", VERSION);
    metadata.set("profiles", Json.texts(List.of("cloud")));
    metadata.put("log_name", "scan");
    metadata
        .putObject("product")
        .put("name", "Cofferdam")
        .put("vendor_name", "Cofferdam")
        .put("version", BuildInfo.version());
    return event;
  }

  private static void severity(Finding finding, ObjectNode event) {
    if (finding.outcome() instanceof Outcome.Met
        || finding.outcome() instanceof Outcome.NotApplicable) {
      event.put("severity_id", 1).put("severity", "Informational");
      return;
    }
    event.put("severity_id", id(finding.severity()));
    event.put(
        "severity",
        switch (finding.severity()) {
          case CRITICAL -> "Critical";
          case HIGH -> "High";
          case MEDIUM -> "Medium";
          case LOW -> "Low";
        });
  }

  private static int id(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 5;
      case HIGH -> 4;
      case MEDIUM -> 3;
      case LOW -> 2;
    };
  }

  /// The status of the finding as somebody's work; what was decided stands in `comment`.
  private static void status(Standing standing, ObjectNode event) {
    switch (standing) {
      case Standing.Plain _, Standing.New _ -> event.put("status_id", 1).put("status", "New");
      case Standing.Known(var since) -> {
        event.put("status_id", OTHER).put("status", "Known");
        event.put("comment", "known since the baseline of " + since);
      }
      case Standing.Suppressed(var by) -> {
        event.put("status_id", 3).put("status", "Suppressed");
        event.put("comment", words(by.reason(), by.owner(), "until " + by.expires()));
      }
      case Standing.Expired(var by) -> {
        event.put("status_id", 1).put("status", "New");
        event.put(
            "comment", words(by.reason(), by.owner(), "suppression expired on " + by.expires()));
      }
    }
  }

  private static String words(String reason, String owner, String until) {
    return reason + " (" + owner + ", " + until + ")";
  }

  private static Instant since(Standing standing, Instant taken) {
    return standing instanceof Standing.Known(var since) ? since : taken;
  }

  private static void compliance(Finding finding, ObjectNode compliance) {
    compliance.put("control", finding.control().id());
    compliance.put("desc", finding.control().title());
    compliance.set(
        "standards",
        Json.texts(
            finding.control().requirements().stream()
                .map(each -> each.framework())
                .distinct()
                .toList()));
    compliance.set("requirements", Json.texts(Told.clauses(finding)));
    switch (finding.outcome()) {
      case Outcome.Met _ -> compliance.put("status_id", 1).put("status", "Pass");
      case Outcome.Undetermined _ -> compliance.put("status_id", 2).put("status", "Warning");
      case Outcome.Violated _ -> compliance.put("status_id", 3).put("status", "Fail");
      case Outcome.NotApplicable _ ->
          compliance.put("status_id", OTHER).put("status", "NotApplicable");
    }
    if (!Told.details(finding).isEmpty()) {
      compliance.set("status_details", Json.texts(Told.details(finding)));
    }
  }

  private static ObjectNode cloud(String account, String region, String arn) {
    var cloud = Json.object();
    cloud.put("provider", "AWS");
    cloud.put("cloud_partition", Told.partition(arn));
    Json.put(cloud, "region", region);
    cloud.putObject("account").put("uid", account).put("type_id", 10).put("type", "AWS Account");
    return cloud;
  }

  private static void analytic(ObjectNode info, String id, String title) {
    var analytic = info.putObject("analytic");
    analytic.put("uid", id);
    Json.put(analytic, "name", title);
    analytic.put("type_id", 1).put("type", "Rule");
  }

  private static void resource(
      ObjectNode event, String id, String name, String type, String region) {
    var resource = event.putArray("resources").addObject();
    resource.put("uid", id);
    Json.put(resource, "name", name);
    Json.put(resource, "type", type);
    Json.put(resource, "region", region);
    resource.put("cloud_partition", Told.partition(id));
  }
}
