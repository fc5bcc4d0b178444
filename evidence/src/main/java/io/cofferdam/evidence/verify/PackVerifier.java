package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.ledger.Faults;
import io.cofferdam.evidence.ledger.LedgerAudit;
import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.evidence.pack.FileHash;
import io.cofferdam.evidence.pack.Manifest;
import io.cofferdam.evidence.pack.PackFiles;
import io.cofferdam.evidence.pack.PackLayout;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a pack with what the person who verifies holds. Uses no network and changes nothing.
public final class PackVerifier {
  private static final int LARGEST_MANIFEST = 32 << 20;
  private static final int LARGEST_NOTE = 256 << 10;

  private final TrustedWith trusted;

  public PackVerifier(TrustedWith trusted) {
    this.trusted = trusted;
  }

  /// Checks a pack; a hostile one fails checks and never crashes.
  ///
  /// @param pack a folder or a zip file
  /// @throws io.cofferdam.model.CofferdamException when there is no folder and no zip file
  public Verification verify(Path pack) {
    try (var files = PackFiles.open(pack)) {
      return new Run(files).run();
    }
  }

  /// One pack being checked.
  private final class Run {
    private final PackFiles files;
    private final List<CheckResult> results = new ArrayList<>();
    private Optional<Manifest> manifest = Optional.empty();

    private Run(PackFiles files) {
      this.files = files;
    }

    private Verification run() {
      var listed = new FilesCheck(files);
      results.add(listed.container());
      manifest = readManifest();
      manifest.ifPresent(read -> results.add(listed.listed(read)));
      var note = readNote();
      var checkpoint = note.flatMap(this::readCheckpoint);
      var signed = note.isPresent() && signature(note.get());
      if (checkpoint.isPresent()) {
        manifest.ifPresent(read -> results.add(listed.extra(read, checkpoint.get().size())));
        ledger(checkpoint.get());
      } else {
        results.add(
            CheckResult.notChecked("ledger", "without a checkpoint nothing can be checked"));
      }
      return new Verification(results, signed);
    }

    private Optional<Manifest> readManifest() {
      try {
        var read = Manifest.parse(files.read(PackLayout.MANIFEST, LARGEST_MANIFEST));
        results.add(
            CheckResult.ok(
                "manifest",
                "sealed at "
                    + read.sealedAt()
                    + " by "
                    + Words.printable(read.tool() + " " + read.version())
                    + ", "
                    + read.inputs().size()
                    + " inputs named by hash"));
        return Optional.of(read);
      } catch (NoSuchFileException e) {
        results.add(CheckResult.failed("manifest", "`manifest.json` is missing"));
      } catch (IOException e) {
        results.add(CheckResult.failed("manifest", "`manifest.json` does not read as a manifest"));
      }
      return Optional.empty();
    }

    private Optional<SignedNote> readNote() {
      try {
        return Optional.of(SignedNote.parse(files.read(PackLayout.CHECKPOINT, LARGEST_NOTE)));
      } catch (NoSuchFileException e) {
        results.add(CheckResult.failed("checkpoint", "`ledger/checkpoint` is missing"));
      } catch (IOException e) {
        results.add(CheckResult.failed("checkpoint", "it does not read as a signed note"));
      }
      return Optional.empty();
    }

    private Optional<Checkpoint> readCheckpoint(SignedNote note) {
      try {
        var read = Checkpoint.parse(note.text());
        results.add(
            CheckResult.ok(
                "checkpoint",
                "ledger `"
                    + Words.printable(read.origin())
                    + "`, "
                    + read.size()
                    + " entries, root "
                    + read.root().hex()));
        return Optional.of(read);
      } catch (IOException e) {
        results.add(CheckResult.failed("checkpoint", "its text is not a tree head"));
        return Optional.empty();
      }
    }

    private boolean signature(SignedNote note) {
      var by = Words.printable(note.signatures().getFirst().name());
      if (trusted.key().isEmpty()) {
        results.add(
            CheckResult.notChecked(
                "signature",
                "the checkpoint says it is signed by `" + by + "`; no public key was given"));
        return false;
      }
      var key = trusted.key().get();
      return switch (note.signedBy(key)) {
        case VALID -> {
          results.add(CheckResult.ok("signature", "by the key given, `" + key.name() + "`"));
          yield true;
        }
        case INVALID -> {
          results.add(
              CheckResult.failed(
                  "signature",
                  "the checkpoint bears the key's name and its signature is wrong: it was rewritten"
                      + " by somebody without the key"));
          yield false;
        }
        case ABSENT -> {
          results.add(
              CheckResult.failed(
                  "signature",
                  "the checkpoint is signed by `"
                      + by
                      + "`, not by the key given, `"
                      + key.name()
                      + "`"));
          yield false;
        }
      };
    }

    private void ledger(Checkpoint checkpoint) {
      LedgerFiles tiles = (path, most) -> files.read(PackLayout.LEDGER + path, most);
      var first = manifest.map(Manifest::firstEntry).orElse(0L);
      try (var lines = new PayloadLines(files)) {
        var entries = new EntryChecks(first, lines);
        var outcome = new LedgerAudit(tiles, checkpoint.size(), entries).run();
        var sound = outcome.root().filter(checkpoint.root()::equals).isPresent();
        results.add(tree(checkpoint, outcome, entries));
        results.add(entries.clock());
        results.add(entries.payloads());
        manifest.ifPresent(read -> results.add(records(read, checkpoint, entries)));
        results.add(new ProofChecks(files, checkpoint).run(entries.ownProof()));
        var anchors = new AnchorChecks(trusted);
        results.add(anchors.timestamp(files, manifest.map(Manifest::sealedAt), entries.lastTime()));
        results.add(
            anchors.kept(
                checkpoint,
                new LedgerReader(tiles, checkpoint.size()),
                sound && outcome.faults().none()));
        results.addAll(anchors.summary(checkpoint));
      } catch (IOException e) {
        results.add(CheckResult.failed("ledger", "it does not read to its end"));
      }
    }

    private static CheckResult tree(
        Checkpoint checkpoint, LedgerAudit.Outcome outcome, EntryChecks entries) {
      var faults = outcome.faults();
      if (!entries.shape().none()) {
        faults.add(entries.shape().line());
      }
      outcome
          .root()
          .filter(root -> !root.equals(checkpoint.root()))
          .ifPresent(
              root ->
                  faults.add(
                      "the entries add up to root " + root.hex() + ", not to the checkpoint's"));
      return faults.none()
          ? CheckResult.ok(
              "ledger",
              outcome.entries() + " entries hashed anew, every tile and the root follow from them")
          : CheckResult.failed("ledger", faults.line());
    }

    private CheckResult records(Manifest read, Checkpoint checkpoint, EntryChecks entries) {
      var faults = new Faults();
      if (!read.ledger().equals(checkpoint.origin())) {
        faults.add("the manifest is of another ledger");
      }
      if (!endsWithManifest(entries)) {
        faults.add("the last entry is not that of this manifest: it was changed, or entries added");
      }
      for (var file : read.files()) {
        if (!entries.records(false, file.text())) {
          faults.add("no entry records `" + Words.printable(file.path()) + "` as it is");
        }
      }
      for (int i = 0; i < read.inputs().size(); i++) {
        if (!entries.records(true, read.inputs().get(i).text())) {
          faults.add("no entry records input " + i + " as it is");
        }
      }
      return faults.none()
          ? CheckResult.ok(
              "records", "manifest, reports, files and inputs are entries of the ledger")
          : CheckResult.failed("records", faults.line());
    }

    private boolean endsWithManifest(EntryChecks entries) {
      try (var in = files.open(PackLayout.MANIFEST)) {
        var own = FileHash.of(PackLayout.MANIFEST, in, LARGEST_MANIFEST);
        return entries.endsWith(PackLayout.MANIFEST_ENTRY, own.text());
      } catch (IOException e) {
        return false;
      }
    }
  }
}
