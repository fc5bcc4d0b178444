package io.cofferdam.app.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.control.Finding;
import java.util.Locale;

/// Drift for machines; `schema/drift.schema.json` is its shape.
public final class DriftJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DriftJson() {}

  public static String of(Drift drift) {
    var root = NODES.objectNode();
    root.put("from", drift.from().toString());
    root.put("to", drift.to().toString());
    root.put("judged", drift.judged());
    var shifts = root.putArray("outcomes");
    for (var shift : drift.shifts()) {
      var node = shifts.addObject();
      node.put("change", shift.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      node.put("control", shift.finding().control().id());
      node.put("resource", shift.finding().resource().id());
      node.put("severity", shift.finding().severity().word());
      shift.before().ifPresent(each -> outcome(node, "before", each));
      shift.after().ifPresent(each -> outcome(node, "after", each));
    }
    var resources = root.putArray("resources");
    for (var each : drift.resources()) {
      var node = resources.addObject();
      node.put("change", each.change());
      node.put("type", each.resource().type());
      node.put("resource", each.resource().id());
      each.facts().forEach(node.putArray("facts")::add);
    }
    drift.notes().forEach(root.putArray("notes")::add);
    try {
      return new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree can be written", impossible);
    }
  }

  private static void outcome(ObjectNode node, String name, Finding finding) {
    node.put(name, finding.outcome().word());
  }
}
