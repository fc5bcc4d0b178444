package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.readiness.ReadinessJson;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.baseline.Suppression;
import io.cofferdam.app.scan.compliance.FrameworkView;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.app.scan.theirs.TheirFinding;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.PlannedFacts;
import java.io.IOException;
import java.io.Writer;

/// All of a scan; `schema/scan.schema.json` is its shape. It serves as baseline of a later scan.
public final class CofferdamJson implements ScanExport {
  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    try (var json = Json.to(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("readiness");
      for (var store : ReadinessJson.of(report.readiness())) {
        json.writeTree(store);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("outcomes");
      for (var judged : report.findings()) {
        json.writeTree(outcome(judged, report.result()));
      }
      json.writeEndArray();
      json.writeFieldName("scan");
      json.writeTree(scan(report));
      if (report.baseline().isPresent()) {
        json.writeArrayFieldStart("gone");
        for (var gone : report.gone()) {
          json.writeTree(gone(gone));
        }
        json.writeEndArray();
      }
      if (!report.frameworks().isEmpty()) {
        json.writeArrayFieldStart("frameworks");
        for (var view : report.frameworks()) {
          json.writeTree(view(view));
        }
        json.writeEndArray();
      }
      if (!report.theirs().isEmpty()) {
        json.writeArrayFieldStart("theirs");
        for (var their : report.theirs()) {
          json.writeTree(their(their));
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static ObjectNode scan(ScanReport report) {
    var result = report.result();
    var scan = Json.object();
    scan.put("takenAt", result.takenAt().toString());
    scan.put("resources", result.resources());
    var places = scan.putArray("places");
    for (var place : result.places()) {
      var one = places.addObject();
      one.put("account", place.account());
      one.set("regions", Json.texts(place.regions()));
    }
    var unasked = scan.putArray("unasked");
    for (var each : result.unasked()) {
      unasked.addObject().put("account", each.account()).put("why", each.why());
    }
    scan.set("controls", Json.texts(result.controls().stream().map(Control::id).sorted().toList()));
    scan.set("notes", Json.texts(report.notes()));
    report.baseline().ifPresent(taken -> scan.put("baseline", taken.toString()));
    return scan;
  }

  private static ObjectNode outcome(Judged judged, ScanResult result) {
    var finding = judged.finding();
    var node = Json.object();
    node.put("id", finding.id());
    node.put("control", finding.control().id());
    node.put("resource", finding.resource().id());
    node.put("account", finding.resource().account());
    node.put("region", finding.resource().region());
    PlannedFacts.where(finding.resource()).ifPresent(at -> node.set("location", location(at)));
    node.put("outcome", finding.outcome().word());
    node.put("severity", finding.severity().word());
    if (!finding.weighed().isEmpty()) {
      node.set("weighed", Json.texts(finding.weighed()));
    }
    node.put("why", Told.why(finding));
    switch (finding.outcome()) {
      case Outcome.Met(var proof) -> {
        if (!proof.isEmpty()) {
          node.set("proof", Json.texts(proof));
        }
      }
      case Outcome.Violated(_, var witness) -> {
        if (!witness.isEmpty()) {
          node.put("witness", String.join("; ", witness));
        }
        var remediation = remediation(finding);
        result
            .comparison(finding)
            .ifPresent(each -> remediation.set("compare", ComparisonJson.of(each)));
        node.set("remediation", remediation);
      }
      case Outcome.NotApplicable _ -> {}
      case Outcome.Undetermined(var missing) -> node.set("missing", Json.texts(missing));
    }
    standing(judged.standing(), node);
    return node;
  }

  private static ObjectNode location(PlannedFacts.Written at) {
    var location = Json.object().put("file", at.file());
    if (at.line() > 0) {
      location.put("line", at.line());
    }
    return location.put("address", at.address());
  }

  private static void standing(Standing standing, ObjectNode node) {
    switch (standing) {
      case Standing.Plain _ -> {}
      case Standing.New _ -> node.put("standing", standing.word());
      case Standing.Known(var since) -> {
        node.put("standing", standing.word());
        node.put("knownSince", since.toString());
      }
      case Standing.Suppressed(var by) -> {
        node.put("standing", standing.word());
        node.set("suppression", suppression(by));
      }
      case Standing.Expired(var by) -> {
        node.put("standing", standing.word());
        node.set("suppression", suppression(by));
      }
    }
  }

  private static ObjectNode suppression(Suppression by) {
    return Json.object()
        .put("owner", by.owner())
        .put("reason", by.reason())
        .put("expires", by.expires().toString());
  }

  private static ObjectNode remediation(Finding finding) {
    var change = finding.change();
    return Json.object()
        .put("cli", change.cli())
        .put("terraform", change.terraform())
        .put("cloudformation", change.cloudformation());
  }

  private static ObjectNode gone(Gone gone) {
    var former = gone.former();
    return Json.object()
        .put("id", former.id())
        .put("control", former.control())
        .put("resource", former.resource())
        .put("account", former.account())
        .put("region", former.region())
        .put("mended", gone.how().mended())
        .put("why", gone.how().words());
  }

  private static ObjectNode view(FrameworkView view) {
    var framework = view.framework();
    var node = Json.object();
    node.put("id", framework.id());
    node.put("title", framework.title());
    node.put("version", framework.version());
    node.put("source", framework.source());
    node.put("caveat", FrameworkView.CAVEAT);
    var clauses = node.putArray("clauses");
    for (var clause : view.clauses()) {
      var one = clauses.addObject();
      one.put("clause", clause.id());
      Json.put(one, "title", clause.title());
      one.put("state", clause.state());
      one.put("reviewed", clause.reviewed());
      var controls = one.putArray("controls");
      for (var served : clause.controls()) {
        var counts = served.counts();
        controls
            .addObject()
            .put("control", served.control().id())
            .put("coverage", served.requirement().coverage().word())
            .put("reason", served.requirement().reason())
            .put("reviewed", served.requirement().reviewed())
            .put("met", counts.met())
            .put("violated", counts.violated())
            .put("undetermined", counts.undetermined())
            .put("notApplicable", counts.notApplicable())
            .put("suppressed", counts.suppressed());
      }
    }
    return node;
  }

  private static ObjectNode their(TheirFinding their) {
    var node =
        Json.object()
            .put("source", their.source())
            .put("rule", their.rule())
            .put("status", their.status())
            .put("resource", their.resource());
    their.ours().ifPresent(ours -> node.put("ours", ours));
    Json.put(node, "severity", their.severity());
    Json.put(node, "title", their.title());
    Json.put(node, "account", their.account());
    Json.put(node, "region", their.region());
    Json.put(node, "at", their.at());
    return node;
  }
}
