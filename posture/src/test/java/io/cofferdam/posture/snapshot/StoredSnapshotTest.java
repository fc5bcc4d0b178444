package io.cofferdam.posture.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.collect.Progress;
import io.cofferdam.posture.collect.Shop;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
