package io.cofferdam.respond.casebook;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.ledger.LedgerEntry;
import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.spi.journal.LedgerOutbox;
import io.cofferdam.respond.spi.journal.OutboxFact;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Takes facts from the outbox to the ledger: each at least once, and in effect once. A process
/// that dies between the ledger's disk and the note of it leaves an entry that the next delivery
/// finds by its key.
///
/// @param key that signs the ledger; asked for when it is needed
/// @param patience how long to wait while another process writes the ledger
public record LedgerDelivery(
    LedgerOutbox outbox, Path ledger, Supplier<SigningKey> key, Duration patience) {
  private static final int BATCH = 500;
  private static final int BUNDLE = 256;

  /// Delivers all that waits for this ledger.
  ///
  /// @throws CofferdamException where the ledger does not take it
  void deliver() {
    if (outbox.waiting() == 0) {
      return;
    }
    try (var open = open()) {
      var origin = open.checkpoint().origin();
      var found = unnoted(open.checkpoint().size(), outbox.notedSize(origin));
      for (var facts = outbox.claim(origin, BATCH);
          !facts.isEmpty();
          facts = outbox.claim(origin, BATCH)) {
        outbox.delivered(origin, append(open, facts, found));
      }
    }
  }

  private static Map<String, Long> append(
      FileLedger open, List<OutboxFact> facts, Map<String, Long> found) {
    var missing = facts.stream().filter(each -> !found.containsKey(each.key())).toList();
    var receipts =
        open.appendAll(
            missing.stream()
                .map(
                    each ->
                        new Fact(
                            each.type(), each.at(), each.actor(), each.subjects(), each.payload()))
                .toList());
    for (int i = 0; i < missing.size(); i++) {
      found.put(missing.get(i).key(), receipts.get(i).index());
    }
    var indexes = new LinkedHashMap<String, Long>();
    facts.forEach(each -> indexes.put(each.key(), found.getOrDefault(each.key(), -1L)));
    return indexes;
  }

  /// The entries that a killed delivery may have left without noting them, by their keys.
  private Map<String, Long> unnoted(long size, long notedSize) {
    var found = new HashMap<String, Long>();
    var reader = new LedgerReader(LedgerFiles.in(ledger), size);
    try {
      for (long bundle = notedSize / BUNDLE; bundle < reader.bundles(); bundle++) {
        reader.bundle(
            bundle,
            (index, bytes, from, length) -> {
              var entry = LedgerEntry.parse(Arrays.copyOfRange(bytes, from, from + length));
              if (entry.type().equals(CaseFacts.TYPE) && !entry.subjects().isEmpty()) {
                found.put(entry.subjects().getFirst(), index);
              }
            });
      }
      return found;
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-RESPOND-0302",
          ErrorCategory.UNAVAILABLE,
          "the ledger of cases in `" + ledger + "` cannot be read: " + e.getMessage(),
          "check it with the verifier, and keep it as it is",
          e);
    }
  }

  private FileLedger open() {
    return FileLedger.open(ledger, key.get(), new SecureRandom(), patience);
  }
}
