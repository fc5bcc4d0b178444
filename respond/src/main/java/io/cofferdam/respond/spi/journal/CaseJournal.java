package io.cofferdam.respond.spi.journal;

import java.util.List;

/// Keeps the events of cases, numbered from 1 in each case, for ever.
///
/// INVARIANT: what was answered by [Appending.Appended] is read by every later reader, whatever
/// process is killed when; an append is kept whole or not at all.
public interface CaseJournal {
  /// Adds events behind those of a case, and in the same transaction the facts that tell the
  /// ledger of them. Durable before it returns.
  ///
  /// @param expectedVersion how many events the case has, as the caller knows it; 0 begins one
  /// @throws io.cofferdam.model.CofferdamException where it is not kept
  Appending append(
      String caseId, int expectedVersion, List<StoredEvent> events, List<OutboxFact> facts);

  /// The events of a case in their order; none where there is no such case.
  List<StoredEvent> read(String caseId);

  /// All cases, the one with the latest event first.
  List<CaseHead> cases();
}
