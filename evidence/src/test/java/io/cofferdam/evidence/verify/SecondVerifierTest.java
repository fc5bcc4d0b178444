package io.cofferdam.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.Packs;
import io.cofferdam.evidence.pack.SealedPack;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second verifier, in another language and written from the specification alone, agrees with
/// ours.
@Covers("E-01")
class SecondVerifierTest {
  @TempDir Path folder;
  private KeyFiles key;
  private SealedPack pack;

  @BeforeEach
  void seal() throws Exception {
    assumeTrue(python("--version") == 0, "no python3 here, so no second verifier was run");
    key = KeyFiles.openOrCreate(folder.resolve("key"), new SecureRandom());
    pack = seal("pack", 300);
  }

  private SealedPack seal(String name, int facts) throws IOException {
    var report =
        Files.writeString(folder.resolve("report.json"), "{\"what\":\"gr\u00fc\u00df dich\"}");
    var builder =
        new PackBuilder(key.key(), Clock.fixed(Packs.AT, ZoneOffset.UTC), new SecureRandom())
            .continuing(folder.resolve("ledger"))
            .input("logs/\ud83d\ude00.json", 3, "cc".repeat(32))
            .report("report.json", report);
    for (int i = 0; i < facts; i++) {
      builder.fact(Packs.stage("stage " + i + " \u20ac \"\\\n", Packs.AT));
    }
    return builder.seal(folder.resolve(name));
  }

  private static int python(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("python3"));
    command.addAll(List.of(arguments));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (IOException e) {
      return -1;
    }
  }

  private int second(Path pack, String... more) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of("src/test/python/verify.py", pack.toString()));
    arguments.addAll(List.of(more));
    return python(arguments.toArray(String[]::new));
  }

  @Test
  void itFindsAGoodPackGoodWithEitherFormOfTheKey() throws Exception {
    assertThat(second(pack.folder(), "--key", key.pem().toString())).isZero();
    assertThat(second(pack.folder(), "--key", key.line().toString())).isZero();
    assertThat(second(pack.folder())).isEqualTo(1);
    var other = KeyFiles.openOrCreate(folder.resolve("other"), new SecureRandom());
    assertThat(second(pack.folder(), "--key", other.pem().toString())).isEqualTo(1);
  }

  @Test
  void itAgreesOnALaterPackAndOnATruncatedOne() throws Exception {
    var later = seal("later", 3);
    var kept = pack.keptCheckpoint().toString();
    assertThat(second(later.folder(), "--key", key.pem().toString(), "--checkpoint", kept))
        .isZero();
    var newer = later.keptCheckpoint().toString();
    assertThat(second(pack.folder(), "--key", key.pem().toString(), "--checkpoint", newer))
        .isEqualTo(1);
  }

  @Test
  void itDoubtsWhatOursDoubts() throws Exception {
    var trusted = TrustedWith.nothing().key(key.key().verifier());
    List<Path> files;
    try (var all = Files.walk(pack.folder())) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    var random = new Random(8);
    for (var file : files) {
      var good = Files.readAllBytes(file);
      var bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bad);
      assertThat(new PackVerifier(trusted).verify(pack.folder()).doubt()).isTrue();
      assertThat(second(pack.folder(), "--key", key.pem().toString())).as("%s", file).isEqualTo(1);
      Files.write(file, good);
    }
    Files.write(pack.folder().resolve("extra"), "x".getBytes(StandardCharsets.UTF_8));
    assertThat(second(pack.folder(), "--key", key.pem().toString())).isEqualTo(1);
  }
}
