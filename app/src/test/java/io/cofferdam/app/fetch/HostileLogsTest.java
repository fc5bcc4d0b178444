package io.cofferdam.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever may write to a bucket of logs can neither lead a copy astray, nor make one replace
/// another, nor stop the fetch of the others; what was copied is known to be the same still.
@Covers("P-01")
class HostileLogsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final MadeBucket bucket;

  HostileLogsTest() throws IOException {
    bucket = new MadeBucket();
  }

  @BeforeEach
  void credentials() {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void stop() {
    bucket.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private Path out() {
    return folder.resolve("out");
  }

  private Ran fetch() {
    return Ran.program(
        folder,
        "--quiet",
        "fetch",
        "aws",
        "--endpoint-url",
        bucket.endpoint().toString(),
        "--region",
        "us-east-1",
        "--since",
        "2026-03-10",
        "--until",
        "2026-03-11",
        "--out",
        out().toString());
  }

  private void put(String... names) {
    for (var name : names) {
      bucket.put(MadeBucket.BASE + name, "content of " + name);
    }
  }

  /// The journal's last line of each object, by its key.
  private Map<String, JsonNode> journal() throws IOException {
    var lines = new TreeMap<String, JsonNode>();
    for (var line : Files.readAllLines(out().resolve(FetchJournal.NAME))) {
      if (line.endsWith("}")) {
        var node = JSON.readTree(line);
        if (!node.path("path").asText().isEmpty()) {
          lines.put(node.path("from").asText().replaceFirst("^[^/]*/", ""), node);
        }
      }
    }
    return lines;
  }

  private void allCopied() throws IOException {
    var lines = journal();
    assertThat(lines.keySet()).containsExactlyInAnyOrderElementsOf(bucket.objects().keySet());
    for (var each : bucket.objects().entrySet()) {
      var file = out().resolve(lines.get(each.getKey()).path("path").asText());
      assertThat(file.toRealPath()).startsWith(out().toRealPath().resolve("logs"));
      assertThat(file).hasBinaryContent(each.getValue());
      assertThat(FileHash.sha256(file)).isEqualTo(lines.get(each.getKey()).path("sha256").asText());
    }
  }

  @Test
  void everyKeyHasAFileOfItsOwnBelowTheFolder() throws IOException {
    var longPart = "x".repeat(240);
    put(
        "a",
        "a/b",
        "a/b/c",
        "A",
        "A/B",
        "../../../../../../../../escape",
        "/absolute",
        "//",
        "back\\slash",
        "..\\..\\up",
        "ctrl\u0001\u007f\n\u001b[2J",
        ".hidden",
        ".a.part",
        "trailing.",
        "trailing",
        "%2e%2e/coded",
        "nul",
        "é",
        "e\u0301",
        longPart + "Aa",
        longPart + "BB",
        "deep/" + "é/".repeat(150) + "f");
    var ran = fetch();
    assertThat(ran.out() + ran.err()).doesNotContain("Not read");
    allCopied();
    var folded = new ArrayList<String>();
    journal()
        .values()
        .forEach(each -> folded.add(each.path("path").asText().toLowerCase(java.util.Locale.ROOT)));
    assertThat(folded).doesNotHaveDuplicates();
    try (var beside = Files.list(folder)) {
      assertThat(beside.map(each -> each.getFileName().toString()))
          .noneMatch(name -> name.contains("escape"));
    }
  }

  @Test
  void aFewRefusedObjectsThatComeFirstDoNotHideTheOthers() throws IOException {
    for (var i = 0; i < 60; i++) {
      put("%03d".formatted(i));
      if (i < 20) {
        bucket.deny(MadeBucket.BASE + "%03d".formatted(i));
      }
    }
    var ran = fetch();
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("40 files", "denied", "20 files or days not copied");
    assertThat(journal()).hasSize(40);
  }

  @Test
  void aSourceThatRefusesAllIsNotAskedForAll() throws IOException {
    for (var i = 0; i < 60; i++) {
      put("%03d".formatted(i));
      bucket.deny(MadeBucket.BASE + "%03d".formatted(i));
    }
    assertThat(fetch().out()).contains("0 files", "denied", "60 files or days not copied");
  }

  @Test
  void anObjectThatWasChangedAfterItWasListedIsNoCopyOfIt() throws IOException {
    put("a", "b");
    bucket.listAsChanged(MadeBucket.BASE + "a");
    var ran = fetch();
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("it was changed after it was listed");
    assertThat(journal().keySet()).containsExactly(MadeBucket.BASE + "b");
  }

  @Test
  void theOldAndTheNewVersionOfAnObjectAreBothKept() throws IOException {
    put("a");
    fetch();
    var old = out().resolve(journal().get(MadeBucket.BASE + "a").path("path").asText());
    bucket.put(MadeBucket.BASE + "a", "another content");
    fetch();
    assertThat(old).hasContent("content of a");
    allCopied();
  }

  @Test
  void aCopyThatWasChangedOnTheDiskIsFetchedAgain() throws IOException {
    put("a", "b");
    fetch();
    var file = out().resolve(journal().get(MadeBucket.BASE + "a").path("path").asText());
    Files.writeString(file, "CONTENT of a");
    assertThat(fetch().out()).contains("1 files");
    allCopied();
  }

  @Test
  void aCopyThatBecameALinkIsFetchedAgain() throws IOException {
    put("a");
    fetch();
    var file = out().resolve(journal().get(MadeBucket.BASE + "a").path("path").asText());
    Files.move(file, folder.resolve("elsewhere"));
    Files.createSymbolicLink(file, folder.resolve("elsewhere"));
    assertThat(fetch().out()).contains("1 files");
    assertThat(file).isRegularFile();
    assertThat(Files.isSymbolicLink(file)).isFalse();
  }

  @Test
  void aJournalThatWasChangedAfterTheFetchIsRefused() throws IOException {
    put("a");
    fetch();
    var journal = out().resolve(FetchJournal.NAME);
    Files.writeString(journal, Files.readString(journal).replace("2026-03-10", "2026-03-09"));
    var ran = fetch();
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("CFD-APP-0142");
  }

  @Test
  void aManifestThatWasChangedIsRefused() throws IOException {
    put("a");
    fetch();
    for (var text : List.of("{", "[]", "{\"journal-bytes\":-1}", "null")) {
      Files.writeString(out().resolve(CopyFolder.MANIFEST), text);
      assertThat(fetch().err()).as(text).contains("CFD-APP-0142");
    }
  }

  @Test
  void aJournalWithoutAnEndOfItsLastLineIsGoneOnWith() throws IOException {
    put("é", "b");
    fetch();
    Files.delete(out().resolve(CopyFolder.MANIFEST));
    var journal = out().resolve(FetchJournal.NAME);
    var whole = Files.readString(journal);
    Files.writeString(journal, whole.substring(0, whole.length() - 40));
    var ran = fetch();
    assertThat(ran.err()).isEmpty();
    allCopied();
  }

  @Test
  void aJournalThatPointsElsewhereIsNotFollowed() throws IOException {
    put("a");
    fetch();
    Files.delete(out().resolve(CopyFolder.MANIFEST));
    Files.writeString(folder.resolve("elsewhere"), "content of a");
    var journal = out().resolve(FetchJournal.NAME);
    var path = journal().get(MadeBucket.BASE + "a").path("path").asText();
    var honest = Files.readString(journal);
    for (var other : List.of("../elsewhere", "a\\u0000b", "/dev/zero", "..")) {
      Files.writeString(journal, honest.replace("\"path\":\"" + path, "\"path\":\"" + other));
      assertThat(fetch().out()).as(other).contains("1 files");
      Files.delete(out().resolve(CopyFolder.MANIFEST));
      allCopied();
    }
  }

  @Test
  void whatAKilledRunLeftHalfWrittenIsRemoved() throws IOException {
    put("a");
    fetch();
    var part = CopyFolder.part(out().resolve("logs/111122223333/us-east-1"));
    fetch();
    assertThat(part).doesNotExist();
  }

  @Test
  void aFolderThatHoldsSomethingElseIsRefused() throws IOException {
    Files.createDirectories(out());
    Files.writeString(out().resolve("diary.txt"), "mine");
    var ran = fetch();
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("CFD-APP-0140");
    try (var inside = Files.list(out())) {
      assertThat(inside).hasSize(1);
    }
  }

  @Test
  void aFolderThatAnotherRunWritesIsRefused() throws IOException {
    put("a");
    fetch();
    try (var _ = new CopyFolder(out())) {
      assertThat(fetch().err()).contains("CFD-APP-0141");
    }
  }
}
