package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.evidence.merkle.ProofChecker;
import io.cofferdam.evidence.merkle.TreeHasher;
import io.cofferdam.evidence.merkle.TreeProofs;
import io.cofferdam.evidence.pack.PackFiles;
import io.cofferdam.evidence.pack.PackLayout;
import io.cofferdam.evidence.timestamp.Stamped;
import io.cofferdam.evidence.timestamp.TimestampToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares the pack with what lies outside its maker's reach, and says what would go unnoticed
/// where nothing does.
final class AnchorChecks {
  private static final String STAMP = "time stamp";
  private static final String KEPT = "kept checkpoint";
  private static final int LARGEST_ANCHOR = 256 << 10;

  /// A pack is stamped right after it is sealed; a longer time means that a clock lied.
  private static final Duration SEAL_TO_STAMP = Duration.ofMinutes(15);

  private final TrustedWith trusted;
  private Optional<Instant> stampedAt = Optional.empty();
  private Optional<Checkpoint> kept = Optional.empty();

  AnchorChecks(TrustedWith trusted) {
    this.trusted = trusted;
  }

  /// @param sealedAt what the manifest says; empty when it does not read
  /// @param lastEntry the latest time of an entry
  CheckResult timestamp(PackFiles files, Optional<Instant> sealedAt, Optional<Instant> lastEntry) {
    if (!files.names().contains(PackLayout.TIMESTAMP)) {
      return trusted.authorities().isEmpty()
          ? CheckResult.notChecked(STAMP, "there is none in the pack")
          : CheckResult.failed(
              STAMP,
              "an authority's certificate was given and there is no time stamp in the pack: it was"
                  + " removed, or never made");
    }
    try {
      var response = files.read(PackLayout.TIMESTAMP, LARGEST_ANCHOR);
      var message = files.read(PackLayout.CHECKPOINT, LARGEST_ANCHOR);
      return switch (TimestampToken.check(response, message, trusted.authorities())) {
        case Stamped.Invalid(var why) ->
            CheckResult.failed(
                STAMP,
                Words.printable(why)
                    + "; a checkpoint signed after the stamp (rewritten entries, stolen key) looks"
                    + " like this");
        case Stamped.Unknown(var at, var authority, var why) ->
            times(at, sealedAt, lastEntry)
                .orElse(
                    CheckResult.notChecked(
                        STAMP,
                        "covers this checkpoint at "
                            + at
                            + " by `"
                            + Words.printable(authority)
                            + "`; authority: not established, "
                            + why));
        case Stamped.Trusted(var at, var authority) -> {
          var wrong = times(at, sealedAt, lastEntry);
          stampedAt = wrong.isEmpty() ? Optional.of(at) : Optional.empty();
          yield wrong.orElse(
              CheckResult.ok(
                  STAMP,
                  "covers this checkpoint at " + at + " by `" + Words.printable(authority) + "`"));
        }
      };
    } catch (IOException e) {
      return CheckResult.failed(STAMP, "it does not read");
    }
  }

  private static Optional<CheckResult> times(
      Instant stamped, Optional<Instant> sealedAt, Optional<Instant> lastEntry) {
    if (lastEntry.isPresent() && lastEntry.get().isAfter(stamped.plus(Duration.ofMinutes(1)))) {
      return Optional.of(
          CheckResult.failed(
              STAMP,
              "an entry is dated "
                  + Words.duration(Duration.between(stamped, lastEntry.get()))
                  + " after the stamp that covers it: a clock was wrong"));
    }
    var sealed = sealedAt.or(() -> lastEntry).orElse(stamped);
    if (sealed.plus(SEAL_TO_STAMP).isBefore(stamped)) {
      return Optional.of(
          CheckResult.failed(
              STAMP,
              "clock rollback: the pack says it was sealed at "
                  + sealed
                  + ", the authority saw it "
                  + Words.duration(Duration.between(sealed, stamped))
                  + " later: the clock was set back, or the pack was stamped late"));
    }
    return Optional.empty();
  }

  /// @param sound true when the tiles follow from the entries and the root is the checkpoint's
  CheckResult kept(Checkpoint now, LedgerReader tiles, boolean sound) {
    if (trusted.keptCheckpoint().isEmpty()) {
      return CheckResult.notChecked(KEPT, "none was given");
    }
    try {
      var note = readKept(trusted.keptCheckpoint().get());
      var then = Checkpoint.parse(note.text());
      if (trusted.key().isPresent()
          && note.signedBy(trusted.key().get()) != SignedNote.Signed.VALID) {
        return CheckResult.failed(KEPT, "it is not signed by the key given");
      }
      return compare(then, now, tiles, sound);
    } catch (IOException e) {
      return CheckResult.failed(KEPT, "the file given does not read as a checkpoint");
    }
  }

  private static SignedNote readKept(Path file) throws IOException {
    if (Files.size(file) > LARGEST_ANCHOR) {
      throw new IOException("too long");
    }
    return SignedNote.parse(Files.readAllBytes(file));
  }

  private CheckResult compare(Checkpoint then, Checkpoint now, LedgerReader tiles, boolean sound)
      throws IOException {
    if (!then.origin().equals(now.origin())) {
      return CheckResult.failed(
          KEPT,
          "it is of ledger `"
              + Words.printable(then.origin())
              + "`, the pack of `"
              + Words.printable(now.origin())
              + "`: another pack, or a ledger started anew in place of the old one");
    }
    if (then.size() > now.size()) {
      return CheckResult.failed(
          KEPT,
          "truncated tail: it counts "
              + then.size()
              + " entries, the pack "
              + now.size()
              + "; the last ones were taken away");
    }
    if (then.size() == now.size() && !then.root().equals(now.root())) {
      return CheckResult.failed(
          KEPT,
          "fork: the same ledger at the same size has two roots; whoever holds the signing key"
              + " signed two histories");
    }
    if (!sound) {
      return CheckResult.failed(KEPT, "the ledger in the pack is damaged, nothing can be proved");
    }
    var path = new TreeProofs(new TreeHasher(), tiles).consistency(then.size(), now.size());
    var checker = new ProofChecker();
    if (!checker.continues(then.size(), then.root(), now.size(), now.root(), path)) {
      return CheckResult.failed(
          KEPT,
          "rewritten history: the first "
              + then.size()
              + " entries are not those it counted; whoever signed the pack rewrote them, so the"
              + " signing key is misused or stolen");
    }
    kept = Optional.of(then);
    return CheckResult.ok(
        KEPT,
        "its " + then.size() + " entries are the first of the " + now.size() + " in the pack");
  }

  /// What anchors the ledger, and what would not be noticed for want of an anchor.
  List<CheckResult> summary(Checkpoint now) {
    var lines = new ArrayList<CheckResult>();
    if (stampedAt.isEmpty() && kept.isEmpty()) {
      lines.add(
          CheckResult.notChecked(
              "anchors",
              "not anchored: a truncated tail, a fork, a rewritten history with a recomputed tree, a"
                  + " stolen key or a clock set back, by whoever holds the signing key, would not be"
                  + " noticed"));
      return lines;
    }
    if (kept.isEmpty()) {
      lines.add(
          CheckResult.notChecked(
              "anchors",
              "not anchored by a kept checkpoint: a truncated tail or a fork that was stamped as"
                  + " well would not be noticed"));
    } else if (kept.get().size() < now.size()) {
      lines.add(
          CheckResult.notChecked(
              "anchors",
              "not anchored beyond entry "
                  + kept.get().size()
                  + ": a truncated tail, fork or rewriting of later entries would not be noticed by"
                  + " the kept checkpoint"));
    }
    if (stampedAt.isEmpty()) {
      lines.add(
          CheckResult.notChecked(
              "anchors",
              "not anchored in time: a clock set back before the first entry would not be noticed"));
    }
    if (lines.isEmpty()) {
      lines.add(CheckResult.ok("anchors", "time stamp and kept checkpoint cover every entry"));
    }
    return lines;
  }
}
