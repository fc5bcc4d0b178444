package io.cofferdam.access.azure.abac;

import io.cofferdam.access.aws.condition.KeyState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is known of the attributes of a request.
///
/// @param known states by attribute
/// @param complete whether an attribute that is not listed is absent; else it is unknown
public record Attributes(Map<Attribute, KeyState> known, boolean complete) {
  public static final Attributes NONE = new Attributes(Map.of(), false);

  public Attributes {
    known = Map.copyOf(known);
  }

  public KeyState state(Attribute attribute) {
    KeyState state = known.get(attribute);
    if (state != null) {
      return state;
    }
    return complete ? KeyState.ABSENT : KeyState.UNKNOWN;
  }

  /// These attributes, and where they are silent the others.
  public Attributes or(Map<Attribute, KeyState> others) {
    Map<Attribute, KeyState> all = new HashMap<>(others);
    all.putAll(known);
    return new Attributes(all, complete);
  }

  /// What stands listed for the attribute.
  public Optional<KeyState> listed(Attribute attribute) {
    return Optional.ofNullable(known.get(attribute));
  }
}
