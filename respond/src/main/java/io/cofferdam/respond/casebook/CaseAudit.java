package io.cofferdam.respond.casebook;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.ledger.LedgerAudit;
import io.cofferdam.evidence.ledger.LedgerEntry;
import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.Payload;
import io.cofferdam.evidence.ledger.PayloadFolder;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.spi.journal.CaseHead;
import io.cofferdam.respond.spi.journal.CaseJournal;
import io.cofferdam.respond.spi.journal.StoredEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Compares what a store keeps of cases with what its ledger was told, event by event, and judges
/// anew whether each event may have happened, with all signatures of people. Changes nothing. For
/// one thread, of one use.
public final class CaseAudit {
  private static final int LARGEST_NOTE = 256 << 10;
  private static final String ERASED_ENTRY = "entry:";

  private final CaseJournal journal;
  private final Path ledger;
  private final VerifierKey key;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, Told> told = new TreeMap<>();
  private final Set<Long> erased = new HashSet<>();
  private final Map<Long, Payload> payloads = new HashMap<>();
  private int same;
  private int notInLedger;
  private int notCompared;
  private int custodyLinks;

  /// An audit of a store.
  ///
  /// @param key that signs the ledger
  public CaseAudit(CaseJournal journal, Path ledger, VerifierKey key) {
    this.journal = journal;
    this.ledger = ledger;
    this.key = key;
  }

  /// What the ledger was told of one event.
  private record Told(long index, LedgerEntry entry) {}

  /// What it came to.
  ///
  /// @param entries of the ledger
  /// @param events of the store
  /// @param same events that the ledger holds as the store does
  /// @param notInLedger events of the store that this ledger was not told: not delivered yet, in
  ///     the ledger of another machine, or added behind the program's back
  /// @param notCompared events whose text was erased from the ledger, on record
  /// @param custodyLinks signed steps of custody chains that were checked and are whole
  /// @param faults what is wrong, one line each
  public record Outcome(
      Checkpoint checkpoint,
      long entries,
      int cases,
      int events,
      int same,
      int notInLedger,
      int notCompared,
      int custodyLinks,
      List<String> faults) {
    public Outcome {
      faults = List.copyOf(faults);
    }
  }

  /// Compares them.
  ///
  /// @throws CofferdamException CFD-RESPOND-0309 where there is no ledger that reads
  public Outcome run() {
    // The store first: what is added meanwhile is then in the ledger and not missed here.
    var cases = journal.cases().stream().map(CaseHead::caseId).sorted().toList();
    var stored = new TreeMap<String, List<StoredEvent>>();
    cases.forEach(each -> stored.put(each, journal.read(each)));
    try {
      var checkpoint = checkpoint();
      readPayloads();
      var outcome = new LedgerAudit(LedgerFiles.in(ledger), checkpoint.size(), this::entry).run();
      if (!outcome.faults().none()) {
        faults.add("the ledger: " + outcome.faults().line());
      } else if (outcome.root().filter(checkpoint.root()::equals).isEmpty()) {
        faults.add("the ledger: its entries are not those that its signed checkpoint tells");
      }
      stored.forEach(this::compare);
      stored.forEach(this::judge);
      told.forEach(
          (name, each) ->
              faults.add(
                  "the ledger tells of "
                      + name.replace(":", " of ")
                      + " in entry "
                      + each.index()
                      + ", and the store does not have it: it was taken away, or the store is an"
                      + " older copy"));
      return new Outcome(
          checkpoint,
          outcome.entries(),
          cases.size(),
          stored.values().stream().mapToInt(List::size).sum(),
          same,
          notInLedger,
          notCompared,
          custodyLinks,
          faults);
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-RESPOND-0309",
          ErrorCategory.UNAVAILABLE,
          "the ledger of cases in `" + ledger + "` cannot be compared: " + e.getMessage(),
          "without it nothing is known about changes of the store; look for a copy",
          e);
    }
  }

  private Checkpoint checkpoint() throws IOException {
    var note = SignedNote.parse(LedgerFiles.in(ledger).read(FileLedger.CHECKPOINT, LARGEST_NOTE));
    if (note.signedBy(key) != SignedNote.Signed.VALID) {
      faults.add("the ledger: its checkpoint is not signed by `" + key.name() + "`");
    }
    return Checkpoint.parse(note.text());
  }

  private void readPayloads() throws IOException {
    for (var file : new PayloadFolder(ledger).files()) {
      try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
        for (var line : (Iterable<String>) lines::iterator) {
          var payload = Payload.parse(line.getBytes(StandardCharsets.UTF_8));
          payloads.put(payload.index(), payload);
        }
      } catch (IOException | UncheckedIOException e) {
        faults.add("the ledger: `" + file.getFileName() + "` holds a line that is no payload");
      }
    }
  }

  private void entry(long index, byte[] bundle, int from, int length) throws IOException {
    var entry = LedgerEntry.parse(Arrays.copyOfRange(bundle, from, from + length));
    if (entry.type().equals(PayloadFolder.ERASED)) {
      entry.subjects().stream()
          .filter(each -> each.matches(ERASED_ENTRY + "[0-9]{1,15}"))
          .forEach(each -> erased.add(Long.parseLong(each.substring(ERASED_ENTRY.length()))));
    }
    if (!entry.type().equals(CaseFacts.TYPE) || entry.subjects().isEmpty()) {
      return;
    }
    var name = CaseFacts.event(entry.subjects().getFirst());
    if (told.putIfAbsent(name, new Told(index, entry)) != null) {
      faults.add("the ledger tells of " + name.replace(":", " of ") + " twice, in entry " + index);
    }
  }

  private void judge(String caseId, List<StoredEvent> events) {
    var checks = CaseChecks.of(caseId, events);
    checks.fault().ifPresent(faults::add);
    custodyLinks += checks.custodyLinks();
  }

  private void compare(String caseId, List<StoredEvent> events) {
    for (var number = 1; number <= events.size(); number++) {
      var name = CaseFacts.name(caseId, number);
      var of = told.remove(name);
      if (of == null) {
        notInLedger++;
      } else {
        compare(name.replace(":", " of "), events.get(number - 1), of);
      }
    }
  }

  private void compare(String words, StoredEvent stored, Told of) {
    var payload = payloads.get(of.index());
    if (!of.entry().time().equals(stored.at())
        || !of.entry().subjects().contains("kind:" + stored.kind())) {
      faults.add(words + " has another time or kind in the store than in the ledger");
    } else if (payload == null) {
      if (erased.contains(of.index())) {
        notCompared++;
      } else {
        faults.add("the text of " + words + " is missing from the ledger, without a record why");
      }
    } else if (!payload.fulfils(of.entry())) {
      faults.add("the text of " + words + " was changed in the ledger");
    } else if (!payload.text().equals(stored.json())) {
      faults.add(words + " was changed in the store: the ledger holds another");
    } else {
      same++;
    }
  }
}
