package io.cofferdam.respond.casebook;

import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActRecord;
import java.util.List;

/// One act of a case.
///
/// @param id within the case, such as `C1`
public record CaseAct(String id, List<ActEvent> events) {
  public CaseAct {
    events = List.copyOf(events);
  }

  /// What its events add up to.
  public ActRecord record() {
    return ActRecord.of(events);
  }
}
