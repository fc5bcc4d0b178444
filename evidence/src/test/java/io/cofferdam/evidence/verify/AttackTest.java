package io.cofferdam.evidence.verify;

import static io.cofferdam.evidence.pack.Packs.AT;
import static io.cofferdam.evidence.pack.Packs.KEY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.Packs;
import io.cofferdam.evidence.pack.SealedPack;
import io.cofferdam.evidence.timestamp.LocalAuthority;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The attacks that the ledger is for. Each is caught and named with the anchor it needs, and where
/// that anchor is not at hand, the verifier says that it would not be noticed.
@Covers("E-01")
class AttackTest {
  private static LocalAuthority authority;

  @TempDir Path folder;
  private SealedPack pack;
  private Path kept;

  @BeforeAll
  static void start() {
    authority = new LocalAuthority(AT.plusSeconds(5));
  }

  @AfterAll
  static void stop() {
    authority.close();
  }

  @BeforeEach
  void seal() throws IOException {
    pack =
        Packs.builder(folder.resolve("w"))
            .continuing(folder.resolve("ledger"))
            .stampedBy(authority.client())
            .seal(folder.resolve("pack"));
    kept = Files.copy(pack.keptCheckpoint(), folder.resolve("kept"));
  }

  private static TrustedWith key() {
    return TrustedWith.nothing().key(KEY.verifier());
  }

  private TrustedWith keyAndKept() {
    return key().checkpoint(kept);
  }

  private static TrustedWith keyAndStamp() {
    return key().authorities(authority.certificates());
  }

  private static Verification verify(Path pack, TrustedWith trusted) {
    return new PackVerifier(trusted).verify(pack);
  }

  private static void named(Verification verification, String check, String... words) {
    assertThat(verification.doubt()).as("%s", verification.lines()).isTrue();
    assertThat(verification.lines())
        .as("%s", verification.lines())
        .anyMatch(line -> line.startsWith(check + ": FAILED") && contains(line, words));
  }

  private static boolean contains(String line, String... words) {
    return List.of(words).stream().allMatch(line::contains);
  }

  private static void saidToBeUnnoticed(Verification verification, String... words) {
    assertThat(verification.doubt()).as("%s", verification.lines()).isFalse();
    assertThat(verification.lines())
        .as("%s", verification.lines())
        .anyMatch(
            line ->
                line.contains("not anchored")
                    && line.contains("would not be noticed")
                    && contains(line, words));
  }

  /// A pack of the same ledger name that holds other entries, signed with the same, stolen key.
  private Path forged(Instant sealedAt, String stage, int stages) throws IOException {
    var ledger = folder.resolve("forged-ledger-" + stage);
    var empty = pack.checkpoint().origin() + "\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    Files.createDirectories(ledger);
    var note = io.cofferdam.evidence.checkpoint.SignedNote.sign(empty, KEY);
    Files.writeString(ledger.resolve("checkpoint"), note.format());
    var builder =
        Packs.builder(folder.resolve("w-" + stage), sealedAt, new SecureRandom())
            .continuing(ledger);
    for (int i = 0; i < stages; i++) {
      builder.fact(Packs.stage(stage, sealedAt.minusSeconds(5)));
    }
    return builder.seal(folder.resolve("forged-" + stage)).folder();
  }

  @Test
  void theUntouchedPackPassesWithEveryAnchor() {
    var trusted = keyAndKept().authorities(authority.certificates());
    assertThat(verify(pack.folder(), trusted).doubt()).isFalse();
  }

  // --- truncated tail

  @Test
  void entriesCutFromTheTailAreNoticedWithoutAnyAnchor() throws IOException {
    var bundle = pack.folder().resolve("ledger/tile/entries/000.p/8");
    var bytes = Files.readAllBytes(bundle);
    Files.write(bundle, java.util.Arrays.copyOf(bytes, bytes.length - 40));
    named(verify(pack.folder(), key()), "ledger", "truncated tail", "they end at 7");
  }

  @Test
  void aPackPutBackToAnEarlierSealedStateIsNoticedByTheKeptCheckpoint() throws IOException {
    var later =
        Packs.builder(folder.resolve("w2"), AT.plusSeconds(60), new SecureRandom())
            .continuing(folder.resolve("ledger"))
            .seal(folder.resolve("pack2"));
    var trusted = key().checkpoint(later.keptCheckpoint());
    assertThat(verify(later.folder(), trusted).doubt()).isFalse();
    named(verify(pack.folder(), trusted), "kept checkpoint", "truncated tail", "counts 16", "8");
    saidToBeUnnoticed(verify(pack.folder(), key()), "truncated tail");
    saidToBeUnnoticed(verify(pack.folder(), keyAndStamp()), "truncated tail", "kept checkpoint");
  }

  // --- fork

  @Test
  void aForkIsNoticedByTheKeptCheckpoint() throws IOException {
    var fork = forged(AT, "fork", 0);
    named(verify(fork, keyAndKept()), "kept checkpoint", "fork", "two roots");
    saidToBeUnnoticed(verify(fork, key()), "fork");
  }

  // --- rewritten entry with recomputed tree

  @Test
  void aRewrittenLedgerSignedByAnotherKeyIsNoticedByTheKey() throws IOException {
    var other = SigningKey.generate(new SecureRandom());
    var report = folder.resolve("w/report.json");
    var forged =
        new PackBuilder(other, Clock.fixed(AT, ZoneOffset.UTC), new SecureRandom())
            .report("report.json", report)
            .seal(folder.resolve("other"));
    named(verify(forged.folder(), key()), "signature", "not by the key given");
  }

  @Test
  void aCheckpointRewrittenWithoutTheKeyIsNoticedByTheKey() throws IOException {
    var forged = forged(AT, "rewritten", 3);
    var good = Files.readString(pack.folder().resolve("ledger/checkpoint"));
    var bad = Files.readString(forged.resolve("ledger/checkpoint"));
    var grafted = bad.substring(0, bad.indexOf("\n\n")) + good.substring(good.indexOf("\n\n"));
    Files.writeString(forged.resolve("ledger/checkpoint"), grafted);
    named(verify(forged, key()), "signature", "rewritten by somebody without the key");
  }

  @Test
  void historyRewrittenWithTheKeyIsNoticedByTheKeptCheckpoint() throws IOException {
    var forged = forged(AT, "rewritten", 3);
    named(
        verify(forged, keyAndKept()), "kept checkpoint", "rewritten history", "misused or stolen");
    saidToBeUnnoticed(verify(forged, key()), "rewritten history with a recomputed tree");
  }

  @Test
  void aLedgerStartedAnewInPlaceOfTheOldIsNoticedByTheKeptCheckpoint() {
    var anew = Packs.builder(folder.resolve("w3")).seal(folder.resolve("anew"));
    named(verify(anew.folder(), keyAndKept()), "kept checkpoint", "started anew");
  }

  // --- key theft after anchor

  @Test
  void aThiefOfTheKeyCannotReuseTheTimeStamp() throws IOException {
    var forged = forged(AT, "theft", 1);
    Files.createDirectories(forged.resolve("anchors"));
    Files.copy(
        pack.folder().resolve("anchors/checkpoint.tsr"), forged.resolve("anchors/checkpoint.tsr"));
    named(verify(forged, keyAndStamp()), "time stamp", "covers another checkpoint", "stolen key");
  }

  @Test
  void aThiefWhoLeavesTheTimeStampOutIsNoticedByWhoeverExpectsOne() throws IOException {
    var forged = forged(AT, "theft", 1);
    named(verify(forged, keyAndStamp()), "time stamp", "removed, or never made");
    saidToBeUnnoticed(verify(forged, key()), "stolen key");
  }

  // --- clock rollback

  @Test
  void aClockSetBackBetweenEntriesIsNoticedWithoutAnyAnchor() {
    var ledger = folder.resolve("ledger");
    var back =
        Packs.builder(folder.resolve("w4"), AT.minus(Duration.ofDays(3)), new SecureRandom())
            .continuing(ledger)
            .seal(folder.resolve("back"));
    named(verify(back.folder(), key()), "entry times", "clock rollback", "3 days");
  }

  @Test
  void aClockSetBackBeforeTheFirstEntryIsNoticedByTheTimeStamp() {
    var builder =
        Packs.builder(folder.resolve("w5"), AT.minus(Duration.ofDays(3)), new SecureRandom());
    var back = builder.stampedBy(authority.client()).seal(folder.resolve("back"));
    named(verify(back.folder(), keyAndStamp()), "time stamp", "clock rollback", "3 days");
    var unstamped =
        Packs.builder(folder.resolve("w6"), AT.minus(Duration.ofDays(3)), new SecureRandom())
            .seal(folder.resolve("unstamped"));
    saidToBeUnnoticed(verify(unstamped.folder(), key()), "clock set back");
  }

  @Test
  void anEntryDatedAfterItsTimeStampIsNoticed() {
    var ahead =
        Packs.builder(folder.resolve("w7"), AT.plus(Duration.ofHours(5)), new SecureRandom())
            .stampedBy(authority.client())
            .seal(folder.resolve("ahead"));
    named(verify(ahead.folder(), keyAndStamp()), "time stamp", "after the stamp that covers it");
  }

  // --- deleted payload, edits by an administrator

  private void edit(String file, String from, String to) throws IOException {
    var path = pack.folder().resolve(file);
    var text = new String(Files.readAllBytes(path), ISO_8859_1);
    assertThat(text).contains(from);
    Files.write(path, text.replace(from, to).getBytes(ISO_8859_1));
  }

  @Test
  void aDeletedPayloadIsNoticedWithoutAnyAnchor() throws IOException {
    var file = pack.folder().resolve("ledger/payloads/000000000000.jsonl");
    var lines = new java.util.ArrayList<>(Files.readAllLines(file));
    lines.remove(3);
    Files.writeString(file, String.join("\n", lines) + "\n");
    named(verify(pack.folder(), key()), "payloads", "deleted payload: that of entry 3");
    Files.delete(file);
    named(verify(pack.folder(), key()), "payloads", "that of entry 0", "that of entry 7");
  }

  @Test
  void aChangedPayloadIsNoticedWithoutAnyAnchor() throws IOException {
    edit("ledger/payloads/000000000000.jsonl", "decided", "denied!");
    named(verify(pack.folder(), key()), "payloads", "payload of entry 1 was changed");
  }

  @Test
  void anEntryEditedInPlaceIsNamed() throws IOException {
    edit("ledger/tile/entries/000.p/8", "stage:decided", "stage:delayed");
    named(verify(pack.folder(), key()), "ledger", "entry 1 is not the one its tile commits to");
  }

  @Test
  void anEntryEditedWithItsTileIsNoticedByTheRoot() throws IOException {
    var forged = forged(AT, "edited", 0);
    for (var name : List.of("ledger/tile/entries/000.p/8", "ledger/tile/0/000.p/8")) {
      Files.copy(
          forged.resolve(name), pack.folder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    named(verify(pack.folder(), key()), "ledger", "add up to root", "not to the checkpoint's");
  }

  @Test
  void aChangedMissingOrAddedFileIsNamed() throws IOException {
    edit("files/report.json", "2", "0");
    named(verify(pack.folder(), key()), "files", "`files/report.json` was changed");
    Files.delete(pack.folder().resolve("files/report.json"));
    named(verify(pack.folder(), key()), "files", "`files/report.json` is missing");
    Files.writeString(pack.folder().resolve("files/new.txt"), "x");
    named(verify(pack.folder(), key()), "extra files", "`files/new.txt`");
  }

  @Test
  void aManifestThatSaysOtherwiseIsNoticed() throws IOException {
    edit("manifest.json", "aa".repeat(32), "ab".repeat(32));
    named(verify(pack.folder(), key()), "records", "not that of this manifest", "input 0");
  }

  @Test
  void aProofChangedOrTakenAwayIsNamed() throws IOException {
    edit("proofs/7.json", "\"size\":8", "\"size\":9");
    named(verify(pack.folder(), key()), "proofs", "`proofs/7.json` does not prove its entry");
    Files.delete(pack.folder().resolve("proofs/7.json"));
    named(verify(pack.folder(), key()), "proofs", "the proof of entry 7 is missing");
  }

  /// Whatever single bit is turned over anywhere in the pack, somebody with the key sees a doubt.
  @Test
  void noSingleBitCanBeTurnedUnnoticed() throws IOException {
    var random = new Random(11);
    List<Path> files;
    try (var all = Files.walk(pack.folder())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (var file : files) {
      // Parts of a time stamp response are not signed and change nothing; TimestampTest has it.
      if (file.endsWith("checkpoint.tsr")) {
        continue;
      }
      var good = Files.readAllBytes(file);
      for (int i = 0; i < 12; i++) {
        var bad = good.clone();
        var at = random.nextInt(bad.length);
        bad[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bad);
        assertThat(verify(pack.folder(), key()).doubt())
            .as("%s at %d", folder.relativize(file), at)
            .isTrue();
      }
      Files.write(file, good);
    }
    assertThat(verify(pack.folder(), key()).doubt()).isFalse();
  }
}
