package io.cofferdam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `verify` on packs that `investigate` made, whole and spoilt.
class VerifyCommandTest {
  @TempDir static Path made;
  @TempDir Path folder;

  @BeforeAll
  static void make() throws IOException {
    var log = Files.write(made.resolve("log.json"), Logs.reads(3));
    assertThat(Ran.investigate(made, log.toString()).code()).isZero();
  }

  @Test
  void withTheKeyThePackIsEstablished() {
    var ran = verify(made.resolve("report/pack"), "--key", key());
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines()).endsWith("signer: established");
    assertThat(ran.out()).contains("kept checkpoint: not checked").doesNotContain("FAILED");
  }

  @Test
  void withoutAKeyTheSignerIsNotEstablishedAndThatIsADoubt() {
    var ran = verify(made.resolve("report/pack"));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines()).endsWith("signer: not established");
  }

  @Test
  void theCheckpointKeptElsewhereIsCompared() {
    var kept = made.resolve("report/pack.checkpoint").toString();
    var ran = verify(made.resolve("report/pack"), "--key", key(), "--checkpoint", kept);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("kept checkpoint: ok");
  }

  @Test
  void aZippedPackIsAsGood() throws IOException {
    var zip = folder.resolve("pack.zip");
    try (var into =
        FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of("create", "true"))) {
      copy(made.resolve("report/pack"), into.getPath("/pack"));
    }
    assertThat(verify(zip, "--key", key()).code()).isZero();
  }

  @Test
  void aChangedReportIsNamed() throws IOException {
    var pack = copied();
    var page = pack.resolve("files/report.html");
    Files.writeString(page, Files.readString(page).replace("203.0.113", "198.51.100"));
    var ran = verify(pack, "--key", key());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines()).anyMatch(l -> l.contains("FAILED") && l.contains("report.html"));
  }

  @Test
  void anEntryCutOffTheLedgerIsNoticed() throws IOException {
    var pack = copied();
    Path tile;
    try (var all = Files.walk(pack.resolve("ledger/tile"))) {
      tile = all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
    var bytes = Files.readAllBytes(tile);
    Files.write(tile, java.util.Arrays.copyOf(bytes, bytes.length - 32));
    var ran = verify(pack, "--key", key());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("FAILED");
  }

  @Test
  void anEmptyFolderIsNoPack() throws IOException {
    var ran = verify(Files.createDirectories(folder.resolve("empty")), "--key", key());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out().lines()).endsWith("signer: not established");
  }

  private Path copied() throws IOException {
    var pack = folder.resolve("pack");
    copy(made.resolve("report/pack"), pack);
    return pack;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var each : all.toList()) {
        var target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target);
        }
      }
    }
  }

  private static String key() {
    return made.resolve("home/signing-key.pem.pub.pem").toString();
  }

  private Ran verify(Path pack, String... options) {
    var all = new java.util.ArrayList<String>(java.util.List.of("verify", pack.toString()));
    all.addAll(java.util.List.of(options));
    return Ran.program(folder, all.toArray(String[]::new));
  }
}
