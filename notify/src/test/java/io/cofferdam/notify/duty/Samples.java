package io.cofferdam.notify.duty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.Quantity;
import io.cofferdam.notify.rule.RuleCatalogue;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the samples beside each rule.
final class Samples {
  private Samples() {}

  /// One sample: facts, and the state expected of the rule once a person has verified it.
  record Sample(String ruleId, String name, Facts facts, String expect, int recipients) {
    @Override
    public String toString() {
      return ruleId + ": " + name;
    }
  }

  static RuleCatalogue verified(RuleCatalogue catalogue) {
    var all = catalogue;
    for (var rule : catalogue.rules()) {
      all = all.verified(rule.id(), "A. Example", LocalDate.of(2026, 11, 1));
    }
    return all;
  }

  static List<Sample> read(String resource) {
    try (var in = Samples.class.getResourceAsStream(resource)) {
      var root = new YAMLMapper().readTree(in);
      var samples = new ArrayList<Sample>();
      for (var node : root.get("samples")) {
        samples.add(
            new Sample(
                root.get("rule").asText(),
                node.get("name").asText(),
                facts(node),
                node.get("expect").asText(),
                node.path("recipients").asInt(1)));
      }
      return samples;
    } catch (IOException unreadable) {
      throw new AssertionError(resource, unreadable);
    }
  }

  private static Facts facts(JsonNode node) {
    var facts = Facts.none();
    for (var entry : node.path("facts").properties()) {
      var fact =
          Fact.byKey(entry.getKey())
              .orElseThrow(() -> new AssertionError("unknown fact " + entry.getKey()));
      var value =
          switch (entry.getValue().asText()) {
            case "yes", "true" -> Ternary.TRUE;
            case "no", "false" -> Ternary.FALSE;
            default -> throw new AssertionError("yes or no: " + entry);
          };
      facts = facts.decided(fact, value, "A. Example", "sample");
    }
    for (var entry : node.path("quantities").properties()) {
      var quantity =
          Quantity.byKey(entry.getKey())
              .orElseThrow(() -> new AssertionError("unknown quantity " + entry.getKey()));
      facts = facts.with(quantity, bounds(entry.getValue()));
    }
    Map<String, Bounds> residents = new HashMap<>();
    node.path("residents")
        .properties()
        .forEach(e -> residents.put(e.getKey(), bounds(e.getValue())));
    var establishments = new ArrayList<String>();
    node.path("establishments").forEach(c -> establishments.add(c.asText()));
    return facts.withResidents(residents).withEstablishments(establishments);
  }

  private static Bounds bounds(JsonNode list) {
    return list.isNumber()
        ? Bounds.exactly(list.asLong())
        : new Bounds(list.get(0).asLong(), list.get(0).asLong(), list.get(1).asLong());
  }
}
