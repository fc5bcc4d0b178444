package io.cofferdam.respond.cases;

import java.util.List;
import java.util.stream.Stream;

/// Who answers for a kind of work: one accountable by construction.
public record RaciRow(
    StepClass step,
    PersonId accountable,
    List<PersonId> responsible,
    List<PersonId> consulted,
    List<PersonId> informed) {
  public RaciRow {
    responsible = List.copyOf(responsible);
    consulted = List.copyOf(consulted);
    informed = List.copyOf(informed);
  }

  /// Everybody in it, once each.
  public List<PersonId> named() {
    return Stream.of(List.of(accountable), responsible, consulted, informed)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
