package io.cofferdam.respond.act;

import java.util.List;

/// Keeps the events of one act.
public interface ActJournal {
  List<ActEvent> events();

  /// Adds an event. It is durable, and on record in the ledger, when this returns.
  ///
  /// @param after how many events there are
  /// @return false where there are others by now: somebody else is at work on this act
  /// @throws io.cofferdam.model.CofferdamException when it is not durable or not on record: what it
  ///     announces must then not happen
  boolean append(int after, ActEvent event);
}
