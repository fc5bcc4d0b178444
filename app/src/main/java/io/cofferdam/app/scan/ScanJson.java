package io.cofferdam.app.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;

/// A scan for machines; `schema/scan.schema.json` is its shape.
public final class ScanJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ScanJson() {}

  public static String of(ScanResult result) {
    var root = NODES.objectNode();
    var outcomes = root.putArray("outcomes");
    result.findings().forEach(finding -> outcomes.add(outcome(finding)));
    var scan = root.putObject("scan");
    scan.put("takenAt", result.takenAt().toString());
    scan.put("resources", result.resources());
    var places = scan.putArray("places");
    for (var place : result.places()) {
      var one = places.addObject();
      one.put("account", place.account());
      var regions = one.putArray("regions");
      place.regions().forEach(regions::add);
    }
    var controls = scan.putArray("controls");
    result.controls().stream().map(Control::id).sorted().forEach(controls::add);
    var notes = scan.putArray("notes");
    result.notes().forEach(notes::add);
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree can be written", impossible);
    }
  }

  private static ObjectNode outcome(Finding finding) {
    var node = NODES.objectNode();
    node.put("control", finding.control().id());
    node.put("resource", finding.resource().id());
    node.put("account", finding.resource().account());
    node.put("region", finding.resource().region());
    node.put("outcome", finding.outcome().word());
    node.put("severity", finding.severity().word());
    switch (finding.outcome()) {
      case Outcome.Met(var proof) -> {
        node.put("why", finding.control().title());
        if (!proof.isEmpty()) {
          proof.forEach(node.putArray("proof")::add);
        }
      }
      case Outcome.Violated(var why, var witness) -> {
        node.put("why", why);
        if (!witness.isEmpty()) {
          node.put("witness", String.join("; ", witness));
        }
        node.set("remediation", remediation(finding));
      }
      case Outcome.NotApplicable(var why) -> node.put("why", why);
      case Outcome.Undetermined(var missing) -> {
        node.put("why", "could not be told: " + String.join("; ", missing));
        missing.forEach(node.putArray("missing")::add);
      }
    }
    return node;
  }

  private static ObjectNode remediation(Finding finding) {
    var change = finding.change();
    var node = NODES.objectNode();
    node.put("cli", change.cli());
    node.put("terraform", change.terraform());
    node.put("cloudformation", change.cloudformation());
    return node;
  }
}
