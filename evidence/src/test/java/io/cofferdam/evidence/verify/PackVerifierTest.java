package io.cofferdam.evidence.verify;

import static io.cofferdam.evidence.pack.Packs.AT;
import static io.cofferdam.evidence.pack.Packs.KEY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.evidence.ledger.PayloadFolder;
import io.cofferdam.evidence.pack.Anchoring;
import io.cofferdam.evidence.pack.Packs;
import io.cofferdam.evidence.timestamp.LocalAuthority;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("E-01")
class PackVerifierTest {
  @TempDir Path folder;

  private final TrustedWith withKey = TrustedWith.nothing().key(KEY.verifier());

  @Test
  void aPackJustSealedIsWithoutDoubtToWhoeverHoldsTheKey() {
    var pack = Packs.builder(folder.resolve("w")).seal(folder.resolve("pack"));
    var verification = new PackVerifier(withKey).verify(pack.folder());
    assertThat(verification.lines())
        .as("%s", verification.lines())
        .noneMatch(l -> l.contains("FAILED"));
    assertThat(verification.doubt()).isFalse();
    assertThat(verification.lines().getLast()).isEqualTo("signer: established");
    assertThat(verification.lines())
        .anyMatch(line -> line.contains("not anchored: a truncated tail, a fork"));
    assertThat(pack.anchoring()).isInstanceOf(Anchoring.Unanchored.class);
    assertThat(pack.checkpoint().size()).isEqualTo(8);
  }

  @Test
  void withoutAKeyTheSignerIsNotEstablishedAndThatIsADoubt() {
    var pack = Packs.builder(folder.resolve("w")).seal(folder.resolve("pack"));
    var verification = new PackVerifier(TrustedWith.nothing()).verify(pack.folder());
    assertThat(verification.doubt()).isTrue();
    assertThat(verification.lines().getLast()).isEqualTo("signer: not established");
    assertThat(verification.checks())
        .noneMatch(check -> check.status() == CheckResult.Status.FAILED);
  }

  @Test
  void aZippedPackIsCheckedLikeTheFolder() throws IOException {
    var pack = Packs.builder(folder.resolve("w")).seal(folder.resolve("pack"));
    var zip = Packs.zip(pack.folder(), folder.resolve("pack.zip"));
    assertThat(new PackVerifier(withKey).verify(zip))
        .isEqualTo(new PackVerifier(withKey).verify(pack.folder()));
  }

  @Test
  void stampAndKeptCheckpointTogetherLeaveNothingUnanchored() {
    try (var authority = new LocalAuthority(AT.plusSeconds(5))) {
      var pack =
          Packs.builder(folder.resolve("w"))
              .stampedBy(authority.client())
              .seal(folder.resolve("pack"));
      var verification =
          new PackVerifier(
                  withKey.checkpoint(pack.keptCheckpoint()).authorities(authority.certificates()))
              .verify(pack.folder());
      assertThat(verification.doubt()).isFalse();
      assertThat(verification.checks())
          .allMatch(check -> check.status() == CheckResult.Status.OK, "ok");
      assertThat(pack.anchoring()).isInstanceOf(Anchoring.Stamped.class);
    }
  }

  @Test
  void anAuthorityThatCannotBeReachedLeavesThePackSealedAndSaidToBeUnanchored() {
    var nowhere =
        new io.cofferdam.evidence.timestamp.HttpTimestampAuthority(
            URI.create("http://127.0.0.1:1/"),
            Duration.ofSeconds(2),
            Optional.empty(),
            new SecureRandom());
    var pack = Packs.builder(folder.resolve("w")).stampedBy(nowhere).seal(folder.resolve("pack"));
    assertThat(pack.anchoring().words()).startsWith("not anchored: time stamp authority");
    assertThat(new PackVerifier(withKey).verify(pack.folder()).doubt()).isFalse();
  }

  @Test
  void aLaterPackOfTheSameLedgerStillFitsTheCheckpointKeptFromTheFirst() {
    var ledger = folder.resolve("ledger");
    var first =
        Packs.builder(folder.resolve("w1")).continuing(ledger).seal(folder.resolve("pack1"));
    var second =
        Packs.builder(folder.resolve("w2"), AT.plusSeconds(3600), new SecureRandom())
            .continuing(ledger)
            .seal(folder.resolve("pack2"));
    var verification =
        new PackVerifier(withKey.checkpoint(first.keptCheckpoint())).verify(second.folder());
    assertThat(verification.doubt()).as("%s", verification.lines()).isFalse();
    assertThat(verification.lines())
        .anyMatch(l -> l.contains("its 8 entries are the first of the 16"))
        .anyMatch(l -> l.contains("8 of earlier packs not in this one"))
        .anyMatch(l -> l.contains("not anchored beyond entry 8"));
  }

  @Test
  void aPayloadErasedOnRecordIsNoDoubt() throws IOException {
    var ledger = folder.resolve("ledger");
    Packs.builder(folder.resolve("w1")).continuing(ledger).seal(folder.resolve("pack1"));
    try (var log = FileLedger.open(ledger, KEY, new SecureRandom())) {
      new PayloadFolder(ledger).erase(log, 0, AT.plusSeconds(60), "data-protection");
    }
    var second =
        Packs.builder(folder.resolve("w2"), AT.plusSeconds(3600), new SecureRandom())
            .continuing(ledger)
            .seal(folder.resolve("pack2"));
    assertThat(new PackVerifier(withKey).verify(second.folder()).doubt()).isFalse();
  }

  @Test
  void aPackNeverReplacesWhatIsThere() throws IOException {
    Files.createDirectories(folder.resolve("pack"));
    Files.writeString(folder.resolve("pack/mine.txt"), "mine");
    var builder = Packs.builder(folder.resolve("w"));
    assertThatThrownBy(() -> builder.seal(folder.resolve("pack")))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("something already");
    assertThat(folder.resolve("pack/mine.txt")).hasContent("mine");
  }

  @Test
  void aNameThatLeadsOutOfThePackIsRefused() {
    var builder = Packs.builder(folder.resolve("w"));
    for (var name : new String[] {"../x", "/x", "a/../b", "a//b", "", "a\nb", ".hidden"}) {
      assertThatThrownBy(() -> builder.file(name, folder.resolve("w/draft.txt")))
          .as(name)
          .isInstanceOf(CofferdamException.class);
    }
  }

  @Test
  void noFileOfThePackHoldsTheKeyOrTheWorkingFiles() throws IOException {
    var pack = Packs.builder(folder.resolve("w")).seal(folder.resolve("pack"));
    try (var all = Files.walk(folder)) {
      assertThat(all.map(Path::getFileName).map(Path::toString))
          .doesNotContain("lock", ".pack.building", ".pack.ledger");
    }
    try (var all = Files.walk(pack.folder())) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("PRIVATE KEY");
      }
    }
  }
}
