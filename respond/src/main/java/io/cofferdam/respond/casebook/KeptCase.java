package io.cofferdam.respond.casebook;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import java.util.List;

/// A case with all its events.
public record KeptCase(CaseFile file, List<CaseEvent> events) {
  public KeptCase {
    events = List.copyOf(events);
  }
}
