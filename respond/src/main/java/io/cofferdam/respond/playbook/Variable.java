package io.cofferdam.respond.playbook;

import java.util.List;
import java.util.Optional;

/// A value that is told to a playbook or found out by it.
///
/// @param name with its underscores: `__bucket__`
/// @param type `string`, `bool`, `integer` or another of CACAO; told to people, not enforced
/// @param value what it is from the beginning; empty: unknown
/// @param constant whether it never changes
/// @param external whether whoever starts the playbook may tell it
/// @param answers the only values it can have; empty: any
public record Variable(
    String name,
    String type,
    String description,
    Optional<String> value,
    boolean constant,
    boolean external,
    List<String> answers,
    Place place) {
  public Variable {
    answers = List.copyOf(answers);
  }
}
