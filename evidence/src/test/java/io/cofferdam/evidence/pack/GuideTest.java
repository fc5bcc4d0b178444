package io.cofferdam.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.ledger.Payload;
import io.cofferdam.evidence.timestamp.LocalAuthority;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands on the page in the pack work as they stand there, with the tools a stranger has.
@Covers("E-01")
class GuideTest {
  @TempDir Path folder;
  private Path pack;

  private record Ended(int exit, String output) {}

  @BeforeEach
  void seal() throws Exception {
    assumeTrue(
        run(folder, "openssl version && sha256sum --version").exit() == 0,
        "no openssl or sha256sum here, so the guide's commands were not run");
    var key = KeyFiles.openOrCreate(folder.resolve("key"), new SecureRandom());
    var report = Files.writeString(folder.resolve("report.json"), "{}");
    try (var authority = new LocalAuthority(Packs.AT)) {
      pack =
          new PackBuilder(key.key(), Clock.fixed(Packs.AT, ZoneOffset.UTC), new SecureRandom())
              .report("report.json", report)
              .stampedBy(authority.client())
              .seal(folder.resolve("pack"))
              .folder();
      authority.pem(pack.resolve("authority.pem"));
    }
    Files.copy(key.pem(), pack.resolve("signer.pub.pem"));
  }

  private static Ended run(Path in, String script) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("bash", "-c", script)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }

  /// The commands of the guide that mention any of the words.
  private String commands(String words) throws IOException {
    return Files.readString(pack.resolve(PackLayout.GUIDE))
        .lines()
        .filter(line -> line.startsWith("    ") && line.matches(".*(" + words + ").*"))
        .map(String::strip)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void sha256sumSaysWhatTheManifestSays() throws Exception {
    var ended = run(pack, commands("sha256sum"));
    var manifest = Manifest.parse(Files.readAllBytes(pack.resolve(PackLayout.MANIFEST)));
    assertThat(ended.exit()).isZero();
    assertThat(manifest.files())
        .allSatisfy(
            file -> assertThat(ended.output()).contains(file.sha256() + "  " + file.path()));
  }

  @Test
  void opensslVerifiesTheCheckpointsSignature() throws Exception {
    var script = "set -e\n" + commands("head -3|tail -1|pkeyutl|sigfile");
    assertThat(run(pack, script).output()).contains("Signature Verified Successfully");
    assertThat(run(pack, script.replace("head -3", "head -2")).exit()).isNotZero();
  }

  @Test
  void opensslVerifiesTheTimeStamp() throws Exception {
    var ended = run(pack, commands("openssl ts"));
    assertThat(ended.output()).contains("Verification: OK");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void opensslComputesTheCommitment() throws Exception {
    var lines = Files.readAllLines(pack.resolve("ledger/payloads/000000000000.jsonl"));
    var last = Payload.parse(lines.getLast().getBytes(StandardCharsets.UTF_8));
    var script =
        commands("hexkey").replace("PAYLOAD-TEXT", last.text()).replace("SALT", last.salt());
    var code = run(pack, script).output().strip().replaceFirst(".*= ", "");
    var entries = Files.readAllBytes(pack.resolve("ledger/tile/entries/000.p/3"));
    assertThat(new String(entries, StandardCharsets.ISO_8859_1))
        .contains("hmac-sha256:" + code + "\"");
  }
}
