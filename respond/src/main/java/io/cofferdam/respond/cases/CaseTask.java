package io.cofferdam.respond.cases;

import java.time.Instant;
import java.util.Optional;

/// Something that somebody has to do.
///
/// @param id within the case, such as `T1`
/// @param due when it is late, if it can be
/// @param outcome how it ended; empty as long as it is open
public record CaseTask(
    String id,
    StepClass step,
    String title,
    Optional<Instant> due,
    Optional<PersonId> assignee,
    Optional<String> outcome) {

  public boolean open() {
    return outcome.isEmpty();
  }

  CaseTask assignedTo(PersonId person) {
    return new CaseTask(id, step, title, due, Optional.of(person), outcome);
  }

  CaseTask done(String how) {
    return new CaseTask(id, step, title, due, assignee, Optional.of(how));
  }
}
