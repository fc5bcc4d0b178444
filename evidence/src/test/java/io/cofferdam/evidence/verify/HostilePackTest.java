package io.cofferdam.evidence.verify;

import static io.cofferdam.evidence.pack.Packs.KEY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.checkpoint.Checkpoint;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.pack.Packs;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("E-01")
class HostilePackTest {
  @TempDir Path folder;
  private Path pack;

  @BeforeEach
  void seal() {
    pack = Packs.builder(folder.resolve("w")).seal(folder.resolve("pack")).folder();
  }

  private static Verification verify(Path pack) {
    return new PackVerifier(TrustedWith.nothing().key(KEY.verifier())).verify(pack);
  }

  private static void named(Verification verification, String... words) {
    assertThat(verification.doubt()).isTrue();
    assertThat(verification.lines())
        .as("%s", verification.lines())
        .anyMatch(l -> l.contains("FAILED") && Arrays.stream(words).allMatch(l::contains));
  }

  private interface Filling {
    void into(ZipOutputStream zip) throws IOException;
  }

  private Path zip(Filling filling) throws IOException {
    var file = folder.resolve("hostile.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file));
        var all = Files.walk(pack)) {
      for (var each : all.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(pack.relativize(each).toString()));
        Files.copy(each, zip);
      }
      filling.into(zip);
    }
    return file;
  }

  @Test
  void aNameThatLeadsOutOfTheZipIsNamed() throws IOException {
    for (var name : new String[] {"../evil", "/etc/evil", "a\\..\\evil", "C:evil", "a/../../b"}) {
      named(verify(zip(zip -> zip.putNextEntry(new ZipEntry(name)))), "leads out of the pack");
    }
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void aLinkIsNamedAndNotFollowed() throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "{\"readers\":2}");
    Files.delete(pack.resolve("files/report.json"));
    Files.createSymbolicLink(pack.resolve("files/report.json"), secret);
    named(verify(pack), "is a link");
    named(verify(pack), "`files/report.json` is missing");
  }

  @Test
  void aLinkedFolderIsNamedAndNotFollowed() throws IOException {
    Files.createSymbolicLink(pack.resolve("loop"), folder);
    named(verify(pack), "`loop` is a link");
  }

  @Test
  void aManifestThatPointsOutOfThePackReadsNothing() throws IOException {
    var text = Files.readString(pack.resolve("manifest.json"));
    Files.writeString(
        pack.resolve("manifest.json"), text.replace("files/report.json", "../w/report.json"));
    named(verify(pack), "`../w/report.json` is missing");
  }

  @Test
  void aBombIsReadOnlyToTheSizeItShouldHave() throws IOException {
    var bytes = new byte[1 << 20];
    var zip =
        zip(
            out -> {
              out.putNextEntry(new ZipEntry("proofs/3.json"));
              for (int i = 0; i < 200; i++) {
                out.write(bytes);
              }
            });
    named(verify(zip), "`proofs/3.json` does not prove its entry");
  }

  @Test
  void aPayloadFileOfOneEndlessLineIsGivenUp() throws IOException {
    var zip =
        zip(
            out -> {
              out.putNextEntry(new ZipEntry("ledger/payloads/000000000009.jsonl"));
              for (int i = 0; i < 40; i++) {
                out.write(" ".repeat(1 << 20).getBytes(UTF_8));
              }
            });
    named(verify(zip), "payloads", "000000000009");
  }

  @Test
  void aCheckpointOfAnAbsurdSizeIsAnsweredAtOnce() throws IOException {
    var absurd =
        new Checkpoint("cofferdam/ledger-00", 999_999_999_999_999_999L, Hash.sha256(new byte[0]));
    Files.writeString(pack.resolve("ledger/checkpoint"), absurd.sign(KEY).format());
    named(verify(pack), "truncated tail");
  }

  @Test
  void jsonThatDoesNotReadIsNamed() throws IOException {
    for (var text : new String[] {"", "{", "[]", "nul", "{\"a\":".repeat(100_000), "\ufffd"}) {
      Files.writeString(pack.resolve("manifest.json"), text);
      named(verify(pack), "manifest.json", "does not read");
    }
  }

  @Test
  void controlCharactersOfAPackNeverReachTheTerminal() throws IOException {
    Files.writeString(pack.resolve("bad\u001b[2Jname\nline"), "x");
    var verification = verify(pack);
    named(verification, "bad?[2Jname?line");
    assertThat(String.join("", verification.lines())).doesNotContain("\u001b", "\n");
  }

  @Test
  void whatIsNoPackAtAllIsRefusedOrDoubted() throws IOException {
    named(verify(Files.createDirectories(folder.resolve("empty"))), "manifest.json", "missing");
    var text = Files.writeString(folder.resolve("text"), "hello");
    assertThatThrownBy(() -> verify(text)).isInstanceOf(CofferdamException.class);
    assertThatThrownBy(() -> verify(folder.resolve("nowhere")))
        .isInstanceOf(CofferdamException.class);
  }

  @Test
  void noTruncatedOrGarbledZipCrashesTheVerifier() throws IOException {
    var good = Files.readAllBytes(zip(out -> {}));
    var random = new Random(3);
    var file = folder.resolve("garbled.zip");
    for (int i = 0; i < 300; i++) {
      var bad = good.clone();
      for (int n = 0; n <= random.nextInt(4); n++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      Files.write(file, i % 3 == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad);
      try {
        assertThat(verify(file).lines()).isNotEmpty();
      } catch (CofferdamException e) {
        assertThat(e.code()).isEqualTo("CFD-EVIDENCE-0032");
      }
    }
  }

  @Test
  void noGarbledFileCrashesTheVerifier() throws IOException {
    var random = new Random(4);
    try (var all = Files.walk(pack)) {
      for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
        var good = Files.readAllBytes(file);
        for (int i = 0; i < 10; i++) {
          var bad = Arrays.copyOf(good, random.nextInt(good.length + 40));
          bad = bad.length == 0 ? bad : bad.clone();
          for (int n = 0; n < bad.length && n < 5; n++) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt();
          }
          Files.write(file, bad);
          assertThat(verify(pack).lines()).isNotEmpty();
        }
        Files.write(file, good);
      }
    }
  }
}
