package io.cofferdam.posture.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Shop;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A snapshot that was changed, cut or is none is told as such, never taken for an answer.
@Covers("P-01")
class StoredSnapshotTest {
  @TempDir Path folder;

  @BeforeEach
  void take() throws IOException {
    try (var writer = new SnapshotWriter(folder)) {
      Shop.walk(Shop.cloud(), Optional.of(writer), Optional.empty());
      writer.finish("aws", "test", Shop.PLACES, Shop.NOW, Shop.NOW);
    }
  }

  @Test
  void anAnswerThatWasChangedIsRefused() throws IOException {
    try (var files = Files.walk(folder.resolve("objects"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, Files.readString(file).replace("a", "z") + " ");
      }
    }
    refused("CFD-POSTURE-0006", this::walk);
  }

  @Test
  void anAnswerThatWasTakenAwayIsRefused() throws IOException {
    try (var files = Files.walk(folder.resolve("objects"))) {
      Files.delete(files.filter(Files::isRegularFile).findFirst().orElseThrow());
    }
    refused("CFD-POSTURE-0006", this::walk);
  }

  @Test
  void aJournalThatWasChangedIsRefused() throws IOException {
    var journal = folder.resolve("calls.jsonl");
    Files.writeString(journal, Files.readString(journal).replace("denied", "absent"));
    refused("CFD-POSTURE-0006", () -> StoredSnapshot.open(folder));
  }

  @Test
  void aManifestThatIsNoJsonIsRefused() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{");
    refused("CFD-POSTURE-0006", () -> StoredSnapshot.open(folder));
  }

  @Test
  void anObjectNameThatLeadsOutOfTheFolderIsRefused() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    var journal = folder.resolve("calls.jsonl");
    Files.writeString(
        journal,
        Files.readString(journal)
            .replaceAll("\"object\":\"[0-9a-f]{64}\"", "\"object\":\"../../../../etc/passwd\""));
    refused("CFD-POSTURE-0004", this::walk);
  }

  @Test
  void aLastLineThatWasCutLosesThatCallOnly() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    var journal = folder.resolve("calls.jsonl");
    var whole = Files.readString(journal);
    Files.writeString(journal, whole.substring(0, whole.length() - 30));
    var snapshot = StoredSnapshot.open(folder);
    assertThat(snapshot.finished()).isFalse();
    assertThat(snapshot.undecodable()).isEqualTo(1);
    assertThat(snapshot.calls()).hasSize((int) whole.lines().count() - 1);
  }

  @Test
  void aFolderWithoutAJournalIsNoSnapshot() throws IOException {
    Files.delete(folder.resolve("calls.jsonl"));
    refused("CFD-POSTURE-0005", () -> StoredSnapshot.open(folder));
    refused("CFD-POSTURE-0005", () -> StoredSnapshot.open(folder.resolve("nothing-here")));
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    Files.write(folder.resolve("calls.jsonl"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    refused("CFD-POSTURE-0006", () -> StoredSnapshot.open(folder));
  }

  @Test
  void aCallThatWasNotMadeYetIsToldAsSuch() {
    var newer = new CallRequest(Shop.ACCOUNT, "", "s3", "GetBucketNewThing", new TreeMap<>());
    var call = Shop.plan().services().getFirst().calls().getFirst();
    var answer = StoredSnapshot.open(folder).ask(call, newer);
    var gap = new Gap("f", "s3 GetBucketNewThing", "s3:Get", answer.outcome(), answer.message());
    assertThat(gap.words())
        .isEqualTo(
            "s3 GetBucketNewThing was not asked: the snapshot is of a version that did not make"
                + " this call");
  }

  @Test
  void anAnswerThatIsALinkOrAPipeIsRefused() throws Exception {
    Path file;
    try (var files = Files.walk(folder.resolve("objects"))) {
      file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    var elsewhere = Files.move(file, folder.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);
    refused("CFD-POSTURE-0006", this::walk);
    Files.delete(file);
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    refused("CFD-POSTURE-0006", this::walk);
  }

  @Test
  void aManifestWithoutAnEndIsRefused() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("manifest.json").toFile(), "rw")) {
      file.setLength(8L << 30);
    }
    refused("CFD-POSTURE-0006", () -> StoredSnapshot.open(folder));
  }

  @Test
  void aLineWithoutAnEndIsRefused() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    try (var file = new RandomAccessFile(folder.resolve("calls.jsonl").toFile(), "rw")) {
      file.setLength(8L << 30);
    }
    refused("CFD-POSTURE-0006", () -> StoredSnapshot.open(folder));
  }

  @Test
  void aLineThatIsCutWithinALetterLosesThatCallOnly() throws IOException {
    Files.delete(folder.resolve("manifest.json"));
    var journal = folder.resolve("calls.jsonl");
    var before = StoredSnapshot.open(folder).calls().size();
    try (var writer = new SnapshotWriter(folder)) {
      writer.write(
          new CallRequest(Shop.ACCOUNT, "", "s3", "GetBucketTagging", new TreeMap<>()),
          "s3:GetBucketTagging",
          CallAnswer.without(CallOutcome.FAILED, "", "é".repeat(40), "", 1),
          Shop.NOW);
    }
    var bytes = Files.readAllBytes(journal);
    for (var cut = 1; cut < 200; cut++) {
      Files.write(journal, Arrays.copyOf(bytes, bytes.length - cut));
      assertThat(StoredSnapshot.open(folder).calls()).hasSizeGreaterThanOrEqualTo(before);
    }
  }

  /// A power cut can leave a file its size and not its bytes.
  @Test
  void anAnswerThatWasDamagedOnTheDiskIsWrittenAgain() throws IOException {
    try (var files = Files.walk(folder.resolve("objects"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    }
    Files.delete(folder.resolve("manifest.json"));
    var earlier = Optional.of(StoredSnapshot.open(folder));
    try (var writer = new SnapshotWriter(folder)) {
      Shop.walk(Shop.cloud(), Optional.of(writer), earlier);
      writer.finish("aws", "test", Shop.PLACES, Shop.NOW, Shop.NOW);
    }
    walk();
    assertThat(StoredSnapshot.open(folder).intactObjects()).isNotEmpty();
  }

  @Test
  void allAnswersAreLookedAtWhereAllAreVouchedFor() throws IOException {
    assertThat(StoredSnapshot.open(folder).intactObjects()).isNotEmpty();
    try (var files = Files.walk(folder.resolve("objects"))) {
      var file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      Files.writeString(file, "{}");
    }
    refused("CFD-POSTURE-0006", () -> StoredSnapshot.open(folder).intactObjects());
  }

  private void walk() {
    var snapshot = StoredSnapshot.open(folder);
    Traversal.walk(Shop.plan(), snapshot, Shop.PLACES, Progress.SILENT);
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            CofferdamException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.hint()).isPresent();
            });
  }
}
