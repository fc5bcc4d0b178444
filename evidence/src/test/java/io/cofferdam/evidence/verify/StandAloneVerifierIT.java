package io.cofferdam.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.Packs;
import io.cofferdam.evidence.pack.SealedPack;
import io.cofferdam.evidence.timestamp.LocalAuthority;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/// The verifier's jar, alone in a process of its own.
@Covers("E-01")
class StandAloneVerifierIT {
  private static final long SMALL = 5_000_000;

  private static LocalAuthority stamping;

  @TempDir Path folder;
  private final Path jar = Path.of(System.getProperty("verifier.jar", "not built yet"));
  private KeyFiles key;
  private SealedPack pack;
  private Path authority;

  private record Ended(int exit, List<String> lines) {}

  @BeforeAll
  static void start() {
    stamping = new LocalAuthority(Packs.AT);
  }

  @AfterAll
  static void stop() {
    stamping.close();
  }

  @BeforeEach
  void seal() throws IOException {
    assumeTrue(
        System.getProperty("verifier.jar") != null,
        "the jar exists from the integration-test phase on, where this is run");
    key = KeyFiles.openOrCreate(folder.resolve("key"), new SecureRandom());
    var report = Files.writeString(folder.resolve("report.json"), "{}");
    authority = stamping.pem(folder.resolve("tsa.pem"));
    pack =
        new PackBuilder(key.key(), Clock.fixed(Packs.AT, ZoneOffset.UTC), new SecureRandom())
            .report("report.json", report)
            .stampedBy(stamping.client())
            .seal(folder.resolve("pack"));
  }

  private Ended run(Object... arguments) throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
    for (var each : arguments) {
      command.add(each.toString());
    }
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var lines = process.inputReader()) {
      var read = lines.lines().toList();
      return new Ended(process.waitFor(), read);
    }
  }

  @Test
  void theJarIsSmall(TestReporter reporter) throws IOException {
    reporter.publishEntry("verifier jar", Files.size(jar) + " bytes");
    assertThat(Files.size(jar)).isLessThan(SMALL);
  }

  @Test
  void aGoodPackEndsWithZeroWhenEverythingIsAtHand() throws Exception {
    var ended =
        run(
            pack.folder(),
            "--key",
            key.pem(),
            "--checkpoint",
            pack.keptCheckpoint(),
            "--tsa-cert",
            authority);
    assertThat(ended.lines()).noneMatch(line -> line.contains("FAILED"));
    assertThat(ended.lines()).anyMatch(line -> line.startsWith("time stamp: ok"));
    assertThat(ended.lines().getLast()).isEqualTo("signer: established");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void withoutAKeyItEndsWithOneAndTheFixedLastLine() throws Exception {
    var ended = run(pack.folder());
    assertThat(ended.lines().getLast()).isEqualTo("signer: not established");
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void aChangedPackEndsWithOne() throws Exception {
    Files.writeString(pack.folder().resolve("files/report.json"), "[]");
    var ended = run(pack.folder(), "--key", key.line());
    assertThat(ended.lines()).anyMatch(line -> line.startsWith("files: FAILED"));
    assertThat(ended.exit()).isEqualTo(1);
  }

  @Test
  void aZipIsReadToo() throws Exception {
    var zip = Packs.zip(pack.folder(), folder.resolve("pack.zip"));
    assertThat(run(zip, "--key", key.line()).exit()).isZero();
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    assertThat(run().exit()).isEqualTo(2);
    assertThat(run(pack.folder(), "--nonsense", "x").exit()).isEqualTo(2);
    assertThat(run(folder.resolve("nowhere")).exit()).isEqualTo(2);
  }
}
