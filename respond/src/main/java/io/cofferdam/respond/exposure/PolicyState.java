package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the parts of a resource hold at one time.
///
/// @param parts by slot; absent where the resource did not exist, empty text where there is none
record PolicyState(Map<Slot, Part<String>> parts) {
  /// Grants or statements that no event names.
  static final Slot OTHERS = new Slot.Item("");

  static final PolicyState EMPTY = new PolicyState(Map.of());

  PolicyState {
    parts = Map.copyOf(parts);
  }

  PolicyState with(Slot slot, Part<String> value) {
    var all = new LinkedHashMap<>(parts);
    all.put(slot, value);
    return new PolicyState(all);
  }

  Part<String> part(Slot slot) {
    return parts.getOrDefault(slot, Part.unknown("no event tells of it"));
  }

  /// Whether the resource did not exist.
  boolean gone() {
    return part(new Slot.Policy()) instanceof Part.Absent<String>;
  }

  /// The texts of the grants or statements that stand.
  List<String> items() {
    return parts.entrySet().stream()
        .filter(e -> e.getKey() instanceof Slot.Item)
        .flatMap(e -> e.getValue().asOptional().stream())
        .filter(text -> !text.isEmpty())
        .sorted()
        .toList();
  }

  /// Whether every grant or statement is known.
  boolean allItemsKnown() {
    return parts.entrySet().stream()
        .filter(e -> e.getKey() instanceof Slot.Item)
        .noneMatch(e -> e.getValue().isUnknown());
  }
}
