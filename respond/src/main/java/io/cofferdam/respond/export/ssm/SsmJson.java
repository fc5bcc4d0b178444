package io.cofferdam.respond.export.ssm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.playbook.DocNode;
import java.util.Map;

/// A part of a document as JSON.
final class SsmJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  ObjectNode object(Map<String, DocNode.Entry> entries) {
    var object = NODES.objectNode();
    entries.forEach((name, entry) -> object.set(name, of(entry.value())));
    return object;
  }

  private JsonNode of(DocNode node) {
    return switch (node) {
      case DocNode.Mapping mapping -> object(mapping.entries());
      case DocNode.Items items -> {
        var array = NODES.arrayNode();
        items.items().forEach(each -> array.add(of(each)));
        yield array;
      }
      case DocNode.Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> NODES.textNode(scalar.text());
            case TRUTH -> NODES.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> NODES.nullNode();
            case WHOLE ->
                scalar.text().length() > 18
                    ? NODES.textNode(scalar.text())
                    : NODES.numberNode(Long.parseLong(scalar.text()));
          };
    };
  }
}
