package io.cofferdam.respond.spi.journal;

import java.util.List;
import java.util.Map;

/// Facts that were kept together with events and have yet to reach a ledger. Each goes to one
/// ledger: the first that claims it.
public interface LedgerOutbox {
  /// Facts that this ledger has to take up, oldest first: those it claimed before and those that
  /// nobody did, which are its own from now on.
  ///
  /// @param ledger the origin of its checkpoint
  List<OutboxFact> claim(String ledger, int most);

  /// Notes that facts are durable in a ledger.
  ///
  /// @param indexes of their entries, by key
  void delivered(String ledger, Map<String, Long> indexes);

  /// One more than the highest index that was noted for a ledger: what it holds from there on may
  /// have been delivered without being noted.
  long notedSize(String ledger);

  /// Those of the keys whose facts have not reached any ledger.
  List<String> undelivered(List<String> keys);

  /// How many facts have not reached any ledger.
  long waiting();
}
