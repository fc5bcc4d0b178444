package io.cofferdam.posture.iac.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.Ternary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The conditions of a template, in three values. One that depends on itself is not known.
final class Conditions {
  private final JsonNode declared;
  private final Intrinsics intrinsics;
  private final Room room;
  private final Map<String, Ternary> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  Conditions(JsonNode declared, Intrinsics intrinsics, Room room) {
    this.declared = declared;
    this.intrinsics = intrinsics;
    this.room = room;
  }

  Ternary named(String name) {
    var before = known.get(name);
    if (before != null) {
      return before;
    }
    if (!declared.has(name) || !open.add(name)) {
      return Ternary.UNKNOWN;
    }
    var value = of(declared.path(name));
    open.remove(name);
    known.put(name, value);
    return value;
  }

  private Ternary of(JsonNode node) {
    try {
      return room.enter() ? worked(node) : Ternary.UNKNOWN;
    } finally {
      room.leave();
    }
  }

  private Ternary worked(JsonNode node) {
    if (node.size() != 1 || !node.isObject()) {
      return Ternary.UNKNOWN;
    }
    var only = node.properties().iterator().next();
    var argument = only.getValue();
    return switch (only.getKey()) {
      case "Condition" -> named(argument.asText(""));
      case "Fn::Equals" -> intrinsics.equal(argument.path(0), argument.path(1));
      case "Fn::Not" -> not(of(argument.path(0)));
      case "Fn::And" -> all(argument);
      case "Fn::Or" -> any(argument);
      default -> Ternary.UNKNOWN;
    };
  }

  private static Ternary not(Ternary value) {
    return switch (value) {
      case TRUE -> Ternary.FALSE;
      case FALSE -> Ternary.TRUE;
      case UNKNOWN -> Ternary.UNKNOWN;
    };
  }

  private Ternary all(JsonNode parts) {
    var result = Ternary.TRUE;
    for (var part : parts) {
      var value = of(part);
      if (value == Ternary.FALSE) {
        return value;
      }
      result = value == Ternary.UNKNOWN ? value : result;
    }
    return result;
  }

  private Ternary any(JsonNode parts) {
    var result = Ternary.FALSE;
    for (var part : parts) {
      var value = of(part);
      if (value == Ternary.TRUE) {
        return value;
      }
      result = value == Ternary.UNKNOWN ? value : result;
    }
    return result;
  }
}
