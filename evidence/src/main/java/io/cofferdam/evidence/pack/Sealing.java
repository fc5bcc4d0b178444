package io.cofferdam.evidence.pack;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.evidence.ledger.PayloadFolder;
import io.cofferdam.evidence.ledger.Receipt;
import io.cofferdam.evidence.ledger.TilePath;
import io.cofferdam.evidence.merkle.TreeHasher;
import io.cofferdam.evidence.merkle.TreeProofs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Puts everything on record in an open ledger and copies the ledger into the pack. Order: facts by
/// their time, inputs, files, and the manifest last, whose entry thus covers all before it.
final class Sealing {
  private static final String ACTOR = "cofferdam";

  private final Path pack;
  private final FileLedger ledger;
  private final Clock clock;

  record Copied(String type, FileHash hash) {}

  Sealing(Path pack, FileLedger ledger, Clock clock) {
    this.pack = pack;
    this.ledger = ledger;
    this.clock = clock;
  }

  Checkpoint run(
      String tool, String version, List<FileHash> inputs, List<Fact> facts, List<Copied> files)
      throws IOException {
    var first = ledger.checkpoint().size();
    var now = clock.instant();
    var records = new ArrayList<>(facts);
    records.sort(Comparator.comparing(Fact::time));
    for (int i = 0; i < inputs.size(); i++) {
      records.add(
          new Fact(
              PackLayout.INPUT_ENTRY, now, ACTOR, List.of("input:" + i), inputs.get(i).text()));
    }
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      records.add(new Fact(file.type(), now, ACTOR, List.of("file:" + i), file.hash().text()));
    }
    var hashes = files.stream().map(Copied::hash).toList();
    var manifest =
        new Manifest(tool, version, now, ledger.checkpoint().origin(), first, hashes, inputs);
    Files.write(pack.resolve(PackLayout.MANIFEST), manifest.canonicalBytes());
    var own = FileHash.of(PackLayout.MANIFEST, manifest.canonicalBytes());
    records.add(new Fact(PackLayout.MANIFEST_ENTRY, now, ACTOR, List.of("manifest"), own.text()));
    var receipts = ledger.appendAll(records);
    copyLedger(first);
    prove(records, receipts);
    return ledger.checkpoint();
  }

  private void copyLedger(long first) throws IOException {
    copy(FileLedger.CHECKPOINT);
    for (var path : TilePath.all(ledger.checkpoint().size())) {
      copy(path.path());
    }
    for (var file : new PayloadFolder(ledger.folder()).files()) {
      var name = file.getFileName().toString();
      if (name.compareTo(String.format(Locale.ROOT, "%012d", first)) >= 0) {
        copy(PayloadFolder.FOLDER + "/" + name);
      }
    }
  }

  private void copy(String path) throws IOException {
    var target = pack.resolve(PackLayout.LEDGER + path);
    Files.createDirectories(target.getParent());
    Files.copy(ledger.folder().resolve(path), target);
  }

  private void prove(List<Fact> records, List<Receipt> receipts) throws IOException {
    var size = ledger.checkpoint().size();
    var reader = new LedgerReader(LedgerFiles.in(ledger.folder()), size);
    var proofs = new TreeProofs(new TreeHasher(), reader);
    Files.createDirectories(pack.resolve(PackLayout.PROOFS));
    for (int i = 0; i < records.size(); i++) {
      var type = records.get(i).type();
      if (type.equals(PackLayout.MANIFEST_ENTRY) || type.equals(PackLayout.REPORT_ENTRY)) {
        var index = receipts.get(i).index();
        var proof =
            new InclusionProof(entry(reader, index), index, size, proofs.inclusion(index, size));
        Files.write(pack.resolve(PackLayout.proof(index)), proof.canonicalBytes());
      }
    }
  }

  private static String entry(LedgerReader reader, long wanted) throws IOException {
    var found = new byte[1][];
    reader.bundle(
        wanted / TilePath.FULL,
        (index, bytes, from, length) -> {
          if (index == wanted) {
            found[0] = Arrays.copyOfRange(bytes, from, from + length);
          }
        });
    return new String(found[0], StandardCharsets.UTF_8);
  }
}
