package io.cofferdam.posture.trail;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.posture.trail.EventSelection.Access;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The fields of one advanced event selector. All of them must agree with an event.
final class SelectorFields {
  private final List<JsonNode> fields = new ArrayList<>();

  SelectorFields(JsonNode selector) {
    selector.path("FieldSelectors").forEach(fields::add);
  }

  List<JsonNode> named(String name) {
    return fields.stream().filter(each -> each.path("Field").asText("").equals(name)).toList();
  }

  /// Whether a field is named and admits a value by `Equals`.
  boolean admits(String name, String value) {
    return !named(name).isEmpty()
        && named(name).stream().allMatch(each -> holds(each.path("Equals"), value));
  }

  boolean onlyNamed(Set<String> names) {
    return fields.stream().allMatch(each -> names.contains(each.path("Field").asText("")));
  }

  boolean has(String name, String... operators) {
    return named(name).stream()
        .anyMatch(each -> List.of(operators).stream().anyMatch(o -> !each.path(o).isEmpty()));
  }

  Set<Access> access() {
    var access = EnumSet.allOf(Access.class);
    for (var each : named("readOnly")) {
      if (!permits(each, "true")) {
        access.remove(Access.READ);
      }
      if (!permits(each, "false")) {
        access.remove(Access.WRITE);
      }
    }
    return access;
  }

  private static boolean permits(JsonNode field, String value) {
    return (field.path("Equals").isEmpty() || holds(field.path("Equals"), value))
        && !holds(field.path("NotEquals"), value);
  }

  private static boolean holds(JsonNode values, String value) {
    for (var each : values) {
      if (each.asText("").equals(value)) {
        return true;
      }
    }
    return false;
  }
}
