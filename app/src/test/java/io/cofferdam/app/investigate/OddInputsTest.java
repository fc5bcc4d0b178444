package io.cofferdam.app.investigate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.cli.Logs;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.report.ReportShape;
import io.cofferdam.testkit.Covers;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders as they are found at three in the morning.
@Covers("R-05")
class OddInputsTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path folder;

  @Test
  void ofAnEmptyFolderNothingIsConcluded() throws IOException {
    var report = investigate(Files.createDirectories(folder.resolve("logs")));
    assertThat(report.at("/notes/0").asText()).contains("nothing can be concluded");
    assertThat(report.at("/story/0").asText()).startsWith("Nothing can be said");
    assertThat(report.at("/objects/atMost").isNull()).isTrue();
    assertThat(report.at("/noEvidenceOfAccess").asBoolean()).isFalse();
  }

  @Test
  void junkIsCountedAndNamedAndProvesNothing() throws IOException {
    var logs = Files.createDirectories(folder.resolve("logs"));
    Files.writeString(logs.resolve("notes.txt"), "hello\n");
    Files.write(logs.resolve("noise.bin"), new byte[] {0, -1, 7, 3, 9});
    Files.write(logs.resolve("c.gz"), Logs.gzip("not a log".getBytes(StandardCharsets.UTF_8)));
    var report = investigate(logs);
    assertThat(report.at("/inputs")).hasSize(3);
    assertThat(report.at("/inputs")).allMatch(each -> each.path("undecodable").asInt() == 1);
    assertThat(report.at("/objects/atMost").isNull()).isTrue();
    assertThat(Files.readString(folder.resolve("report/dead-letters.jsonl")).lines()).hasSize(3);
  }

  @Test
  void beforeTheEndOfATruncatedFileEverythingIsRead() throws IOException {
    var packed = Logs.gzip(Logs.reads(60));
    var log = folder.resolve("log.json.gz");
    Files.write(log, Arrays.copyOf(packed, packed.length * 2 / 3));
    var report = investigate(log);
    assertThat(report.at("/inputs/0/events").asInt()).isBetween(10, 59);
    assertThat(report.at("/inputs/0/undecodable").asInt()).isEqualTo(1);
    assertThat(report.at("/inputs/0/coverage").asText()).isEqualTo("partial");
    assertThat(report.at("/inputs/0/notes").toString()).contains("truncated");
  }

  @Test
  void aBombIsNotUnpackedAndItsNeighbourIsRead() throws IOException {
    var zip = folder.resolve("logs.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("bomb.json.gz"));
      out.write(bomb());
      out.putNextEntry(new ZipEntry("../../log.json"));
      out.write(Logs.reads(5));
    }
    var report = investigate(zip);
    assertThat(report.at("/inputs").toString()).contains("bomb").contains("hostile member name");
    assertThat(report.at("/objects/atLeast").asInt()).isEqualTo(5);
    assertThat(folder.getParent().resolve("log.json")).doesNotExist();
  }

  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < 300; i++) {
        gzip.write(new byte[MEBIBYTE]);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  @Tag("slow")
  void aLineOfTwoHundredMegabytesIsPassedOver() throws IOException {
    var log = folder.resolve("log.jsonl");
    try (var out = new BufferedOutputStream(Files.newOutputStream(log))) {
      out.write("{\"eventName\":\"".getBytes(StandardCharsets.UTF_8));
      var part = new byte[MEBIBYTE];
      Arrays.fill(part, (byte) 'a');
      for (int i = 0; i < 200; i++) {
        out.write(part);
      }
      out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    var report = investigate(log);
    assertThat(report.at("/inputs/0/events").asInt()).isZero();
    assertThat(report.at("/inputs/0/undecodable").asInt()).isPositive();
    Files.delete(log);
  }

  @Test
  void archivesInArchivesAreRead() throws IOException {
    var inner = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(inner)) {
      zip.putNextEntry(new ZipEntry("a/log.json.gz"));
      zip.write(Logs.gzip(Logs.reads(4)));
    }
    var outer = folder.resolve("outer.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(outer))) {
      zip.putNextEntry(new ZipEntry("inner.zip"));
      zip.write(inner.toByteArray());
    }
    var report = investigate(outer);
    assertThat(report.at("/objects/atLeast").asInt()).isEqualTo(4);
    assertThat(report.at("/inputs").toString()).contains("outer.zip!/inner.zip!/a/log.json.gz");
  }

  @Test
  void aFileThatMayNotBeReadIsNamed() throws IOException {
    assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
    var logs = Files.createDirectories(folder.resolve("logs"));
    Files.write(logs.resolve("a.json"), Logs.reads(2));
    var closed = Files.write(logs.resolve("b.json"), Logs.reads(3));
    assertThat(closed.toFile().setReadable(false)).isTrue();
    var report = investigate(logs);
    assertThat(report.at("/objects/atLeast").asInt()).isEqualTo(2);
    assertThat(report.at("/skipped/0/path").asText()).endsWith("b.json");
    assertThat(report.at("/skipped/0/reason").asText()).contains("permission denied");
  }

  @Test
  void theFolderBeingWrittenIsNoInput() throws IOException {
    Files.write(folder.resolve("log.json"), Logs.reads(2));
    var report = investigate(folder);
    assertThat(report.at("/inputs")).hasSize(1);
  }

  @Test
  void theSameFileTwiceCountsOnce() throws IOException {
    var logs = Files.createDirectories(folder.resolve("logs"));
    Files.write(logs.resolve("a.json"), Logs.reads(6));
    Files.write(logs.resolve("b.json.gz"), Logs.gzip(Logs.reads(6)));
    var report = investigate(logs);
    assertThat(report.at("/readers/0/reads").asInt()).isEqualTo(6);
    assertThat(report.at("/inputs/1/notes").toString()).contains("same content as");
  }

  @Test
  void awarenessWithoutANameIsAWhatIf() throws IOException {
    var log = Files.write(folder.resolve("log.json"), Logs.reads(2));
    var report = investigate(log, "--aware", "2026-03-02T08:00:00Z");
    assertThat(report.at("/notes").toString()).contains("What-if");
    assertThat(report.at("/duties")).allMatch(duty -> duty.path("dueAt").isNull());
  }

  @Test
  void awarenessOfANamedPersonStartsTheClocks() throws IOException {
    var log = Files.write(folder.resolve("log.json"), Logs.reads(2));
    var report =
        investigate(log, "--aware", "2026-03-02T08:00:00Z", "--aware-by", "Example Person");
    assertThat(report.at("/notes").toString()).doesNotContain("What-if");
    assertThat(report.at("/duties"))
        .anyMatch(duty -> duty.path("dueAt").asText().startsWith("2026-03-05T08:00:00"));
  }

  private JsonNode investigate(Path input, String... options) throws IOException {
    var all = new java.util.ArrayList<String>();
    all.add(input.toString());
    all.addAll(java.util.List.of(options));
    var ran = Ran.investigate(folder, all.toArray(String[]::new));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    var report = Ran.report(folder);
    ReportShape.check(report);
    return report;
  }
}
