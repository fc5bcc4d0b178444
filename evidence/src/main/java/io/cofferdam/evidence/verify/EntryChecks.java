package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.ledger.Faults;
import io.cofferdam.evidence.ledger.LedgerEntry;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.evidence.ledger.Payload;
import io.cofferdam.evidence.ledger.PayloadFolder;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.pack.PackLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Goes through the entries once, in step with the payloads, and gathers what is wrong with their
/// shape, their times and their payloads. For one thread.
final class EntryChecks implements LedgerReader.EntrySink {
  /// Clocks are stepped by small amounts all the time; that proves nothing.
  private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

  private static final Set<String> FILE_TYPES =
      Set.of(PackLayout.REPORT_ENTRY, PackLayout.FILE_ENTRY, PackLayout.INPUT_ENTRY);

  private final long firstEntry;
  private final PayloadLines payloads;
  private final Faults shape = new Faults();
  private final Faults clock = new Faults();
  private final Faults changed = new Faults();
  private final BitSet missing = new BitSet();
  private final BitSet erased = new BitSet();
  private final BitSet ownProof = new BitSet();
  private final Set<Hash> recorded = new HashSet<>();
  private Optional<Payload> waiting;
  private @Nullable Instant last;
  private String lastType = "";
  private String lastPayload = "";
  private long present;

  EntryChecks(long firstEntry, PayloadLines payloads) {
    this.firstEntry = firstEntry;
    this.payloads = payloads;
    this.waiting = advance();
  }

  private Optional<Payload> advance() {
    while (true) {
      try {
        return payloads.next();
      } catch (IOException e) {
        changed.add(e.getMessage() + "");
        if (!(e.getCause() instanceof IOException)) {
          return Optional.empty();
        }
      }
    }
  }

  @Override
  public void entry(long index, byte[] bundle, int from, int length) {
    if (index >= Integer.MAX_VALUE) {
      shape.add("more entries than this verifier takes");
      return;
    }
    try {
      var entry = LedgerEntry.parse(Arrays.copyOfRange(bundle, from, from + length));
      clock(index, entry);
      payload((int) index, entry);
    } catch (IOException e) {
      shape.add("entry " + index + " does not read: " + brief(e));
      lastType = "";
    }
  }

  private static String brief(IOException e) {
    var message = e.getMessage();
    return message != null && message.startsWith("an entry") ? message : "it is not canonical JSON";
  }

  private void clock(long index, LedgerEntry entry) {
    var before = last;
    if (before != null && entry.time().plus(CLOCK_STEP).isBefore(before)) {
      clock.add(
          "clock rollback: entry "
              + index
              + " is dated "
              + Words.duration(Duration.between(entry.time(), before))
              + " before an earlier entry");
    }
    if (before == null || entry.time().isAfter(before)) {
      last = entry.time();
    }
  }

  private void payload(int index, LedgerEntry entry) {
    lastType = entry.type();
    lastPayload = "";
    if (entry.type().equals(PayloadFolder.ERASED)) {
      erased(entry.subjects());
    }
    while (waiting.isPresent() && waiting.get().index() < index) {
      changed.add("a payload of entry " + waiting.get().index() + " is out of its order");
      waiting = advance();
    }
    if (waiting.isEmpty() || waiting.get().index() > index) {
      if (index >= firstEntry) {
        missing.set(index);
      }
      return;
    }
    var payload = waiting.get();
    waiting = advance();
    present++;
    if (payload.fulfils(entry)) {
      fulfilled(index, entry, payload.text());
    } else {
      changed.add("the payload of entry " + index + " was changed: its commitment is another");
    }
  }

  private void fulfilled(int index, LedgerEntry entry, String text) {
    lastPayload = text;
    if (index < firstEntry) {
      return;
    }
    if (FILE_TYPES.contains(entry.type())) {
      recorded.add(key(entry.type().equals(PackLayout.INPUT_ENTRY), text));
    }
    if (entry.type().equals(PackLayout.REPORT_ENTRY)
        || entry.type().equals(PackLayout.MANIFEST_ENTRY)) {
      ownProof.set(index);
    }
  }

  private void erased(List<String> subjects) {
    for (var subject : subjects) {
      if (subject.matches("entry:[0-9]{1,9}")) {
        erased.set(Integer.parseInt(subject.substring("entry:".length())));
      }
    }
  }

  private static Hash key(boolean input, String text) {
    return Hash.sha256(((input ? "i" : "f") + text).getBytes(StandardCharsets.UTF_8));
  }

  /// True when an entry of this pack records that file, or that input, by hash.
  boolean records(boolean input, String text) {
    return recorded.contains(key(input, text));
  }

  /// True when the last entry is of that type and its payload, which fulfils its commitment, is
  /// that.
  boolean endsWith(String type, String payload) {
    return lastType.equals(type) && lastPayload.equals(payload);
  }

  Faults shape() {
    return shape;
  }

  Optional<Instant> lastTime() {
    return Optional.ofNullable(last);
  }

  /// The entries that the pack must prove one by one: manifest and reports.
  BitSet ownProof() {
    return ownProof;
  }

  CheckResult clock() {
    return clock.none()
        ? CheckResult.ok("entry times", "no entry is dated before an earlier one")
        : CheckResult.failed("entry times", clock.line());
  }

  CheckResult payloads() {
    for (; waiting.isPresent(); waiting = advance()) {
      changed.add("a payload of entry " + waiting.get().index() + ", which is not there");
    }
    var onRecord = (BitSet) missing.clone();
    onRecord.and(erased);
    missing.andNot(erased);
    missing.stream()
        .forEach(index -> changed.add("deleted payload: that of entry " + index + " is missing"));
    if (!changed.none()) {
      return CheckResult.failed("payloads", changed.line());
    }
    return CheckResult.ok(
        "payloads",
        present
            + " fulfil their commitments"
            + (onRecord.isEmpty() ? "" : ", " + onRecord.cardinality() + " erased on record")
            + (firstEntry == 0 ? "" : ", " + firstEntry + " of earlier packs not in this one"));
  }
}
