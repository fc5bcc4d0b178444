package io.cofferdam.evidence.ledger;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.checkpoint.SignedNote;
import io.cofferdam.evidence.key.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What ledger tests share: a key, facts, and folders copied and read.
public final class LedgerFolders {
  public static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private LedgerFolders() {}

  public static FileLedger open(Path folder) {
    return FileLedger.open(folder, KEY, new SecureRandom());
  }

  public static Fact fact(int number) {
    return new Fact(
        "stage",
        START.plusSeconds(number),
        "test",
        List.of("n:" + number),
        "{\"n\":" + number + "}");
  }

  public static List<Fact> facts(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(LedgerFolders::fact).toList();
  }

  static Map<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var all = Files.walk(folder)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  static void write(Path folder, Map<String, byte[]> files) throws IOException {
    for (var file : files.entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
  }

  /// The ledger as it lies there, every entry and tile checked; fails when anything is wrong.
  public static List<LedgerEntry> audited(Path folder) throws IOException {
    var note = SignedNote.parse(Files.readAllBytes(folder.resolve("checkpoint")));
    if (note.signedBy(KEY.verifier()) != SignedNote.Signed.VALID) {
      throw new AssertionError("not signed");
    }
    var head = Checkpoint.parse(note.text());
    var entries = new ArrayList<LedgerEntry>();
    var outcome =
        new LedgerAudit(
                LedgerFiles.in(folder),
                head.size(),
                (index, bytes, from, length) ->
                    entries.add(
                        LedgerEntry.parse(
                            java.util.Arrays.copyOfRange(bytes, from, from + length))))
            .run();
    if (!outcome.faults().none() || !outcome.root().orElseThrow().equals(head.root())) {
      throw new AssertionError("does not verify: " + outcome.faults().line());
    }
    return entries;
  }
}
