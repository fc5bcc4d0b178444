package io.cofferdam.notify.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;

/// Writes a [BreachRecord] as JSON; its schema is `breach-record.schema.json` beside this class.
final class BreachRecordJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private BreachRecordJson() {}

  static String write(BreachRecord record, DraftCase it) {
    var root = JSON.createObjectNode();
    root.put("schema", "https://cofferdam.io/schemas/breach-record-1.json");
    root.put("claim", BreachRecord.CLAIM);
    root.put("case", it.caseId());
    root.put("writtenAt", it.now().toString());
    root.put("phase", record.phase());
    root.put("late", record.late());
    root.put("status", "draft, not sent");
    var fields = root.putArray("fields");
    record.fields().forEach(f -> field(fields.addObject(), f));
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new CofferdamBug("a tree of text and numbers could not be written", impossible);
    }
  }

  private static void field(ObjectNode node, BreachField field) {
    node.put("id", field.id());
    node.put("label", field.label());
    if (!field.citation().isEmpty()) {
      node.put("gdpr", field.citation());
    }
    node.put("status", field.status().words());
    node.put("value", field.value());
    field
        .bounds()
        .ifPresent(
            b -> {
              var bounds = node.putObject("bounds");
              bounds.put("atLeast", b.atLeast());
              bounds.put("estimate", b.estimate());
              if (b.bounded()) {
                bounds.put("atMost", b.atMost());
              } else {
                bounds.putNull("atMost");
              }
            });
  }
}
