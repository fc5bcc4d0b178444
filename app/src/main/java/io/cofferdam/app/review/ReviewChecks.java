package io.cofferdam.app.review;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.ledger.LedgerAudit;
import io.cofferdam.evidence.ledger.LedgerEntry;
import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.Payload;
import io.cofferdam.evidence.ledger.PayloadFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One reading of a ledger of reviews. Of a ledger that does not verify nothing counts; of one that
/// does, an entry counts whose payload is the one committed to and whose statement is signed by a
/// reviewer. For one thread; of one use.
final class ReviewChecks {
  private static final int LARGEST_CHECKPOINT = 64 << 10;

  private final Path folder;
  private final List<Reviewers.Reviewer> reviewers;
  private final Optional<VerifierKey> own;
  private final Instant now;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Set<Long> present = new HashSet<>();
  private final Set<String> judged = new HashSet<>();
  private final List<SignedReview> reviews = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  ReviewChecks(
      Path folder, List<Reviewers.Reviewer> reviewers, Optional<VerifierKey> own, Instant now) {
    this.folder = folder;
    this.reviewers = reviewers;
    this.own = own;
    this.now = now;
  }

  /// Why nothing in the ledger counts, where it does not verify.
  Optional<String> fault() {
    try {
      readEntries();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("does not verify: " + e.getMessage());
    }
  }

  ReviewRecord run() {
    var fault = fault();
    if (fault.isPresent()) {
      return new ReviewRecord(List.of(), List.of("it " + fault.get()));
    }
    try {
      for (var file : new PayloadFolder(folder).files()) {
        for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
          payload(line.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      withoutPayload();
      return new ReviewRecord(reviews, refused);
    } catch (IOException e) {
      return new ReviewRecord(List.of(), List.of("it does not verify: " + e.getMessage()));
    }
  }

  private void readEntries() throws IOException {
    var files = LedgerFiles.in(folder);
    var note = SignedNote.parse(files.read(FileLedger.CHECKPOINT, LARGEST_CHECKPOINT));
    if (own.isPresent() && note.signedBy(own.get()) != SignedNote.Signed.VALID) {
      throw new IOException("its checkpoint is not signed by `" + own.get().name() + "`");
    }
    var checkpoint = Checkpoint.parse(note.text());
    var outcome =
        new LedgerAudit(
                files,
                checkpoint.size(),
                (_, bundle, from, length) ->
                    entries.add(LedgerEntry.parse(Arrays.copyOfRange(bundle, from, from + length))))
            .run();
    if (!outcome.faults().none()) {
      throw new IOException(outcome.faults().line());
    }
    if (!outcome.root().equals(Optional.of(checkpoint.root()))) {
      throw new IOException("its entries do not add up to its checkpoint");
    }
  }

  private void payload(byte[] line) {
    try {
      var payload = Payload.parse(line);
      if (payload.index() < 0 || payload.index() >= entries.size()) {
        refused.add("a payload belongs to no entry");
        return;
      }
      present.add(payload.index());
      var entry = entries.get((int) payload.index());
      if (entry.type().equals(ReviewLedger.TYPE)) {
        var why = payload.fulfils(entry) ? judge(entry, payload.text()) : "was changed afterwards";
        if (!why.isEmpty()) {
          refused.add("entry " + payload.index() + " " + why);
        }
      }
    } catch (IOException e) {
      refused.add("a payload does not read");
    }
  }

  /// Takes a review.
  ///
  /// @return why it counts for nothing, or empty
  private String judge(LedgerEntry entry, String text) {
    try {
      var signOff = SignOff.parse(text);
      var key = signOff.verifier();
      if (own.isPresent() && Reviewers.same(own.get(), key)) {
        return "is signed by the program's own key, not by a person's";
      }
      var enrolled = Reviewers.of(reviewers, key);
      if (enrolled.isEmpty()) {
        return "is signed by a key that is not enrolled";
      }
      if (enrolled.size() > 1) {
        return "is signed by a key that is enrolled under several names: "
            + Reviewers.names(enrolled);
      }
      var reviewer = enrolled.getFirst();
      if (!signOff.signedBy(reviewer.key())) {
        return "bears a signature that is not of " + reviewer.name() + "'s key";
      }
      if (!judged.add(signOff.statement())) {
        return "says again what an entry before it says";
      }
      var review = signOff.review(reviewer.name());
      if (review.at().isAfter(now) || review.at().isBefore(review.takenAt())) {
        return "is dated " + review.at() + ", which cannot be";
      }
      if (!review.at().equals(entry.time())) {
        return "was put on record at another time than it was signed";
      }
      reviews.add(review);
      return "";
    } catch (IOException e) {
      return "does not read: " + e.getMessage();
    }
  }

  /// Entries whose payload is gone: erased on record, or taken away.
  private void withoutPayload() {
    for (var index = 0; index < entries.size(); index++) {
      if (entries.get(index).type().equals(ReviewLedger.TYPE) && !present.contains((long) index)) {
        refused.add(
            "entry " + index + (erased(index) ? " was erased, on record" : " lacks its payload"));
      }
    }
  }

  private boolean erased(int index) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.type().equals(PayloadFolder.ERASED)
                    && entry.subjects().contains("entry:" + index));
  }
}
