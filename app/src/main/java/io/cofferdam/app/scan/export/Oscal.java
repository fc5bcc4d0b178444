package io.cofferdam.app.scan.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.scan.baseline.Gone;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.baseline.Standing;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// OSCAL 1.1 assessment results: each finding of ours is an observation about an inventory item,
/// with its outcome as a property; each control that gave an answer is one OSCAL finding over its
/// observations. OSCAL knows two states only. A control is `satisfied` where something met it and
/// nothing violated it or stayed open; undetermined makes it `not-satisfied` with the reason
/// `other`, which is how SP 800-53A treats what could not be assessed. Where nothing but
/// NotApplicable was given there is no finding, only the observations.
public final class Oscal implements ScanExport {
  private static final String VERSION = "1.1.3";
  private static final String NAMESPACE = "https://cofferdam.example/ns/oscal";

  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    var taken = report.result().takenAt().toString();
    try (var json = Json.to(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("assessment-results");
      var id = Told.uuid("results " + taken + places(report));
      json.writeStringField("uuid", id);
      json.writeFieldName("metadata");
      json.writeTree(
          Json.object()
              .put("title", "Cofferdam scan")
              .put("last-modified", taken)
              .put("version", BuildInfo.version())
              .put("oscal-version", VERSION));
      json.writeFieldName("import-ap");
      json.writeTree(Json.object().put("href", "#" + plan()));
      json.writeArrayFieldStart("results");
      result(report, json);
      json.writeEndArray();
      json.writeFieldName("back-matter");
      json.writeTree(backMatter(id));
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private static void result(ScanReport report, JsonGenerator json) throws IOException {
    var taken = report.result().takenAt().toString();
    json.writeStartObject();
    json.writeStringField("uuid", Told.uuid("result " + taken + places(report)));
    json.writeStringField("title", "Configuration as judged by Cofferdam");
    json.writeStringField(
        "description",
        report.result().controls().size()
            + " controls on "
            + report.result().resources()
            + " resources. What no control is about was not judged.");
    json.writeStringField("start", taken);
    json.writeStringField("end", taken);
    json.writeFieldName("local-definitions");
    json.writeTree(Json.object().set("inventory-items", items(report)));
    json.writeFieldName("reviewed-controls");
    json.writeTree(reviewed(report.result().controls()));
    if (!report.findings().isEmpty() || !report.gone().isEmpty()) {
      json.writeArrayFieldStart("observations");
      for (var judged : report.findings()) {
        json.writeTree(observation(judged, taken));
      }
      for (var gone : report.gone()) {
        json.writeTree(observation(gone, taken));
      }
      json.writeEndArray();
    }
    var findings = findings(report);
    if (!findings.isEmpty()) {
      json.writeFieldName("findings");
      json.writeTree(findings);
    }
    if (!report.notes().isEmpty()) {
      json.writeStringField("remarks", String.join("\n\n", report.notes()));
    }
    json.writeEndObject();
  }

  private static ArrayNode items(ScanReport report) {
    var items = Json.array();
    var seen = new HashSet<String>();
    for (var judged : report.findings()) {
      var resource = judged.finding().resource();
      if (seen.add(item(resource.id()))) {
        items.add(item(resource));
      }
    }
    for (var gone : report.gone()) {
      if (seen.add(item(gone.former().resource()))) {
        var item = Json.object();
        item.put("uuid", item(gone.former().resource()));
        item.put("description", gone.former().resource());
        items.add(item);
      }
    }
    return items;
  }

  private static ObjectNode item(Resource resource) {
    var item = Json.object();
    item.put("uuid", item(resource.id()));
    item.put("description", resource.id());
    var props = item.putArray("props");
    prop(props, "resource-type", resource.type());
    prop(props, "account", resource.account());
    prop(props, "region", resource.region());
    return item;
  }

  private static ObjectNode reviewed(List<Control> controls) {
    var reviewed = Json.object();
    var selection = reviewed.putArray("control-selections").addObject();
    if (controls.isEmpty()) {
      selection.putObject("include-all");
      return reviewed;
    }
    var included = selection.putArray("include-controls");
    controls.stream()
        .map(Control::id)
        .sorted()
        .forEach(id -> included.addObject().put("control-id", id));
    return reviewed;
  }

  private static ObjectNode observation(Judged judged, String taken) {
    var finding = judged.finding();
    var node = Json.object();
    node.put("uuid", observed(finding.id()));
    node.put("title", finding.control().title());
    node.put("description", Told.why(finding));
    var props = node.putArray("props");
    prop(props, "finding-id", finding.id());
    prop(props, "control", finding.control().id());
    prop(props, "outcome", finding.outcome().word());
    prop(props, "severity", finding.severity().word());
    prop(props, "standing", judged.standing().word());
    switch (judged.standing()) {
      case Standing.Suppressed(var by) -> {
        prop(props, "suppression-owner", by.owner());
        prop(props, "suppression-reason", by.reason());
        prop(props, "suppression-expires", by.expires().toString());
      }
      case Standing.Expired(var by) -> {
        prop(props, "suppression-owner", by.owner());
        prop(props, "suppression-reason", by.reason());
        prop(props, "suppression-expired", by.expires().toString());
      }
      case Standing.Plain _, Standing.New _, Standing.Known _ -> {}
    }
    node.putArray("methods").add("TEST");
    subject(node, finding.resource().id());
    for (var detail : Told.details(finding)) {
      node.withArray("relevant-evidence").addObject().put("description", detail);
    }
    node.put("collected", taken);
    return node;
  }

  private static ObjectNode observation(Gone gone, String taken) {
    var former = gone.former();
    var node = Json.object();
    node.put("uuid", observed("gone " + former.id()));
    node.put("description", "Violated in the baseline: " + gone.how().words());
    var props = node.putArray("props");
    prop(props, "finding-id", former.id());
    prop(props, "control", former.control());
    prop(props, "outcome", gone.how().mended() ? "Gone" : "NotSeen");
    node.putArray("methods").add("TEST");
    subject(node, former.resource());
    node.put("collected", taken);
    return node;
  }

  private static void subject(ObjectNode node, String resource) {
    node.putArray("subjects")
        .addObject()
        .put("subject-uuid", item(resource))
        .put("type", "inventory-item");
  }

  private static ArrayNode findings(ScanReport report) {
    var byControl = new LinkedHashMap<String, List<Judged>>();
    for (var judged : report.findings()) {
      if (!(judged.finding().outcome() instanceof Outcome.NotApplicable)) {
        byControl
            .computeIfAbsent(judged.finding().control().id(), _ -> new ArrayList<>())
            .add(judged);
      }
    }
    var findings = Json.array();
    byControl.forEach((id, all) -> findings.add(finding(all, report)));
    return findings;
  }

  private static ObjectNode finding(List<Judged> all, ScanReport report) {
    var control = all.getFirst().finding().control();
    var violated = all.stream().filter(Judged::violated).count();
    var open = all.stream().filter(Judged::undetermined).count();
    var node = Json.object();
    node.put("uuid", Told.uuid("finding " + control.id() + places(report)));
    node.put("title", control.title());
    node.put(
        "description",
        violated
            + " violated, "
            + open
            + " undetermined, "
            + (all.size() - violated - open)
            + " met");
    var target = node.putObject("target");
    target.put("type", "objective-id");
    target.put("target-id", control.id());
    var status = target.putObject("status");
    status.put("state", violated + open == 0 ? "satisfied" : "not-satisfied");
    status.put("reason", violated > 0 ? "fail" : open > 0 ? "other" : "pass");
    if (violated == 0 && open > 0) {
      status.put("remarks", "It could not be told; the observations say what is missing.");
    }
    var related = node.putArray("related-observations");
    all.forEach(each -> related.addObject().put("observation-uuid", observed(each.finding().id())));
    return node;
  }

  /// OSCAL wants the plan of an assessment. There is none apart from this document, to which the
  /// link therefore leads.
  private static ObjectNode backMatter(String results) {
    var matter = Json.object();
    var plan = matter.putArray("resources").addObject();
    plan.put("uuid", plan());
    plan.put("title", "No assessment plan");
    plan.put(
        "description",
        "There is no plan of its own: the controls that were evaluated and the inventory stand in"
            + " this document.");
    plan.putArray("rlinks").addObject().put("href", "#" + results);
    return matter;
  }

  private static void prop(ArrayNode props, String name, String value) {
    var oneLine = value.strip().replaceAll("\\s+", " ");
    if (!oneLine.isEmpty()) {
      props.addObject().put("name", name).put("ns", NAMESPACE).put("value", oneLine);
    }
  }

  private static String places(ScanReport report) {
    return report.result().places().stream()
        .map(each -> " " + each.account())
        .sorted()
        .collect(Collectors.joining());
  }

  private static String item(String resource) {
    return Told.uuid("item " + resource);
  }

  private static String observed(String id) {
    return Told.uuid("observation " + id);
  }

  private static String plan() {
    return Told.uuid("no assessment plan");
  }
}
