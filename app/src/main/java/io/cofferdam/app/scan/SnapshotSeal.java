package io.cofferdam.app.scan;

import io.cofferdam.app.BuildInfo;
import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.SealedPack;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/// Seals a finished snapshot: a pack beside it holds the manifest and the journal, and names every
/// answer by its SHA-256. `verify` checks the pack; the snapshot itself stays where it is.
public final class SnapshotSeal {
  private SnapshotSeal() {}

  /// Seals the snapshot in a folder into `FOLDER.pack`.
  ///
  /// @throws CofferdamException where it is not finished, or an answer or the journal was changed
  public static SealedPack seal(Path folder, KeyFiles keys, Clock clock) throws IOException {
    var snapshot = StoredSnapshot.open(folder);
    if (!snapshot.finished()) {
      throw new CofferdamException(
          "CFD-APP-0115",
          ErrorCategory.INVALID_INPUT,
          "the snapshot `" + folder + "` is not finished [one with a manifest.json]",
          "run the same scan again with --snapshot-out: it goes on and finishes it");
    }
    var builder =
        new PackBuilder(keys.key(), clock, new SecureRandom())
            .madeBy("cofferdam", BuildInfo.version())
            .report("manifest.json", folder.resolve("manifest.json"))
            .file("calls.jsonl", folder.resolve("calls.jsonl"))
            .fact(
                new Fact(
                    "stage",
                    clock.instant(),
                    "scan",
                    List.of("stage:snapshot"),
                    snapshot.calls().size() + " calls, taken until " + snapshot.takenAt()));
    for (var hash : snapshot.intactObjects()) {
      var name = "objects/" + hash.substring(0, 2) + "/" + hash + ".json";
      builder.input(name, Files.size(folder.resolve(name)), hash);
    }
    return builder.seal(folder.resolveSibling(folder.getFileName() + ".pack"));
  }
}
