package io.cofferdam.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.ledger.FileLedger;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.posture.predicate.identity.ReaderReview;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A review counts where an enrolled person signed what lies in the ledger, and else is told.
@Covers("P-13")
class ReviewLedgerTest {
  private static final String BUCKET = "arn:aws:s3:::shop-data";
  private static final String FIRST = "arn:aws:iam::111122223333:role/first";
  private static final String SECOND = "arn:aws:iam::111122223333:role/second";
  private static final Instant TAKEN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant SIGNED = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-03T00:00:00Z");

  private final SigningKey reviewer = SigningKey.generate(new SecureRandom());
  private final SigningKey own = SigningKey.generate(new SecureRandom());

  private final Path folder;

  ReviewLedgerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void enrol() throws IOException {
    Files.createDirectories(folder.resolve("reviewers"));
    Files.writeString(enrolled("mara-lind"), reviewer.verifier().line() + "\n");
  }

  private Path enrolled(String name) {
    return folder.resolve("reviewers").resolve(name + ".vkey");
  }

  private ReviewLedger ledger() {
    return new ReviewLedger(
        folder.resolve("ledger"),
        new Reviewers(folder.resolve("reviewers")),
        Optional.of(own.verifier()));
  }

  private static ReviewDocument document(Instant takenAt, ReaderReview.Store store) {
    return new ReviewDocument(
        new ReaderReview(takenAt, List.of(store), List.of()), Optional.empty());
  }

  private static ReaderReview.Store store(List<String> readers, List<String> conditional) {
    return new ReaderReview.Store(
        BUCKET,
        "shop-data",
        "confidential",
        List.of("contact"),
        readers,
        readers,
        conditional,
        List.of(),
        List.of());
  }

  private static ReviewDocument document(String... readers) {
    return document(TAKEN, store(List.of(readers), List.of()));
  }

  private void sign() {
    ledger().sign(document(FIRST), "", reviewer, own, SIGNED);
  }

  private void edit(String from, String to) throws IOException {
    try (var files = Files.list(folder.resolve("ledger/payloads"))) {
      var file = files.findFirst().orElseThrow();
      var text = Files.readString(file, StandardCharsets.UTF_8);
      assertThat(text).contains(from);
      Files.writeString(file, text.replace(from, to));
    }
  }

  @Test
  void aSignatureOfAnEnrolledKeyCounts() {
    sign();
    assertThat(ledger().read(NOW).forControls().last(BUCKET, NOW))
        .hasValueSatisfying(
            last -> {
              assertThat(last.takenAt()).isEqualTo(TAKEN);
              assertThat(last.at()).isEqualTo(SIGNED);
              assertThat(last.by()).isEqualTo("mara-lind");
            });
  }

  @Test
  void aKeyThatNobodyEnrolledSignsNothing() {
    var stranger = SigningKey.generate(new SecureRandom());
    assertThatThrownBy(() -> ledger().sign(document(FIRST), "", stranger, own, SIGNED))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("is not enrolled");
    assertThat(ledger().begun()).isFalse();
  }

  @Test
  void theProgramsOwnKeySignsForNobody() throws IOException {
    Files.writeString(enrolled("program"), own.verifier().line() + "\n");
    assertThatThrownBy(() -> ledger().sign(document(FIRST), "", own, own, SIGNED))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("is the program's own");
  }

  @Test
  void aKeyThatIsEnrolledNoMoreCountsForNothing() throws IOException {
    sign();
    Files.delete(enrolled("mara-lind"));
    assertThat(ledger().read(NOW).reviews()).isEmpty();
    assertThat(ledger().read(NOW).refused())
        .containsExactly("entry 0 is signed by a key that is not enrolled");
  }

  @Test
  void aReviewThatWasChangedAfterwardsCountsForNothing() throws IOException {
    sign();
    edit("role/first", "role/forged");
    assertThat(ledger().read(NOW).reviews()).isEmpty();
    assertThat(ledger().read(NOW).refused()).containsExactly("entry 0 was changed afterwards");
  }

  @Test
  void aForgedStatementInAnEntryOfItsOwnCountsForNothing() {
    var honest = ledger().sign(document(FIRST), "", reviewer, own, SIGNED);
    var later = honest.signOff().statement().replace("2026-03-0", "2026-02-0");
    var forged = new SignOff(later, honest.signOff().key(), honest.signOff().signature()).payload();
    try (var ledger = FileLedger.open(folder.resolve("ledger"), own, new SecureRandom())) {
      ledger.append(new Fact(ReviewLedger.TYPE, SIGNED, "reviewer", List.of(), forged));
    }
    assertThat(ledger().read(NOW).reviews()).hasSize(1);
    assertThat(ledger().read(NOW).refused())
        .containsExactly("entry 1 bears a signature that is not of mara-lind's key");
  }

  @Test
  void ofALedgerThatDoesNotVerifyNothingCounts() throws IOException {
    sign();
    var tile = folder.resolve("ledger/tile/entries/000.p/1");
    var bytes = Files.readAllBytes(tile);
    bytes[bytes.length - 10] ^= 1;
    Files.write(tile, bytes);
    assertThat(ledger().read(NOW).reviews()).isEmpty();
    assertThat(ledger().read(NOW).refused()).singleElement().asString().contains("not verify");
  }

  @Test
  void aLedgerOfAnotherProgramKeyCountsForNothing() {
    sign();
    var other = SigningKey.generate(new SecureRandom()).verifier();
    var theirs = new ReviewLedger(ledger().folder(), ledger().reviewers(), Optional.of(other));
    assertThat(theirs.read(NOW).reviews()).isEmpty();
    assertThat(theirs.read(NOW).refused()).singleElement().asString().contains("not signed by");
  }

  @Test
  void theProgramsOwnKeySignsForNobodyUnderAnotherNameEither() throws IOException {
    var renamed = renamed(own.verifier(), "mara-lind");
    Files.writeString(enrolled("mara-lind"), renamed + "\n");
    assertThatThrownBy(() -> ledger().sign(document(FIRST), "", own, own, SIGNED))
        .hasMessageContaining("is the program's own");
    var honest = ledger().sign(document(FIRST), "", enrolledStranger(), own, SIGNED).signOff();
    var signature =
        Base64.getEncoder()
            .encodeToString(own.sign(honest.statement().getBytes(StandardCharsets.UTF_8)));
    append(new SignOff(honest.statement(), renamed, signature));
    assertThat(ledger().read(NOW).refused())
        .containsExactly("entry 1 is signed by the program's own key, not by a person's");
  }

  /// The same key under a line that names it otherwise.
  private static String renamed(VerifierKey key, String name) {
    var typed = key.line().split("\\+", 3)[2];
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(Base64.getDecoder().decode(typed));
      var id = HexFormat.of().formatHex(digest.digest()).substring(0, 8);
      return name + "+" + id + "+" + typed;
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private SigningKey enrolledStranger() throws IOException {
    var other = SigningKey.generate(new SecureRandom());
    Files.writeString(enrolled("other"), other.verifier().line() + "\n");
    return other;
  }

  private void append(SignOff signOff) {
    try (var ledger = FileLedger.open(folder.resolve("ledger"), own, new SecureRandom())) {
      ledger.append(new Fact(ReviewLedger.TYPE, SIGNED, "reviewer", List.of(), signOff.payload()));
    }
  }

  @Test
  void aKeyThatIsEnrolledUnderTwoNamesIsNobodys() throws IOException {
    sign();
    Files.writeString(enrolled("adam-boss"), renamed(reviewer.verifier(), "adam") + "\n");
    assertThat(ledger().read(NOW).reviews()).isEmpty();
    assertThat(ledger().read(NOW).refused())
        .containsExactly(
            "entry 0 is signed by a key that is enrolled under several names: `adam-boss`,"
                + " `mara-lind`");
    assertThatThrownBy(this::sign)
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-APP-0137"));
  }

  @Test
  void aReplayedReviewCountsOnce() {
    var honest = ledger().sign(document(FIRST), "", reviewer, own, SIGNED).signOff();
    append(honest);
    assertThat(ledger().read(NOW).reviews()).hasSize(1);
    assertThat(ledger().read(NOW).refused())
        .containsExactly("entry 1 says again what an entry before it says");
  }

  @Test
  void aKeyThatIsNoKeyIsTold() {
    var honest = ledger().sign(document(FIRST), "", reviewer, own, SIGNED).signOff();
    append(new SignOff(honest.statement(), "no key", honest.signature()));
    assertThat(ledger().read(NOW).refused())
        .containsExactly("entry 1 does not read: its key is no public key");
  }

  @Test
  void aLedgerThatDoesNotVerifyIsNotSignedInto() throws IOException {
    sign();
    var tile = folder.resolve("ledger/tile/entries/000.p/1");
    var bytes = Files.readAllBytes(tile);
    bytes[bytes.length - 10] ^= 1;
    Files.write(tile, bytes);
    var before = Files.readAllBytes(folder.resolve("ledger/checkpoint"));
    assertThatThrownBy(this::sign)
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-APP-0139"));
    assertThat(folder.resolve("ledger/checkpoint")).hasBinaryContent(before);
  }

  @Test
  void aConfigurationOfTheFutureIsNotSignedFor() {
    var future = document(NOW.plusSeconds(1), store(List.of(FIRST), List.of()));
    assertThatThrownBy(() -> ledger().sign(future, "", reviewer, own, NOW))
        .isInstanceOfSatisfying(
            CofferdamException.class, e -> assertThat(e.code()).isEqualTo("CFD-APP-0138"));
    assertThat(ledger().begun()).isFalse();
  }

  @Test
  void whatIsDatedLaterThanNowCountsForNothing() {
    ledger().sign(document(FIRST), "", reviewer, own, NOW.plus(Duration.ofDays(400)));
    assertThat(ledger().read(NOW).reviews()).isEmpty();
    assertThat(ledger().read(NOW).refused()).singleElement().asString().contains("cannot be");
  }

  @Test
  void aReviewIsAsOldAsWhatWasLookedThrough() {
    var late = TAKEN.plus(Duration.ofDays(200));
    ledger().sign(document(FIRST), "", reviewer, own, late);
    assertThat(ledger().read(late).forControls().last(BUCKET, late))
        .hasValueSatisfying(last -> assertThat(last.takenAt()).isEqualTo(TAKEN));
  }

  @Test
  void whoGainedLostOrBecameUncertainIsTold() {
    ledger().sign(document(FIRST, SECOND), "", reviewer, own, SIGNED);
    var later = TAKEN.plus(Duration.ofDays(80));
    var third = "arn:aws:iam::111122223333:role/third";
    var before = ledger().read(NOW).before(later);
    var now = store(List.of(third), List.of(SECOND));
    var document = new ReviewDocument(new ReaderReview(later, List.of(now), List.of()), before);
    assertThat(document.text())
        .contains(
            "+ " + third, "- " + FIRST, "? " + SECOND, "gained 1, lost 1, no longer certain 1")
        .doesNotContain("- " + SECOND);
    assertThat(ReviewJson.of(document)).contains("\"no-longer-certain\" : [ \"" + SECOND);
  }

  @Test
  void aStoreWhoseReadersAreNotAllKnownIsNotSignedFor() {
    var dark =
        new ReaderReview.Store(
            "arn:aws:s3:::shop-dark",
            "shop-dark",
            "restricted",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of("iam:GetAccountAuthorizationDetails was denied"));
    var both =
        new ReviewDocument(
            new ReaderReview(TAKEN, List.of(store(List.of(FIRST), List.of()), dark), List.of()),
            Optional.empty());
    ledger().sign(both, "", reviewer, own, SIGNED);
    var reviews = ledger().read(NOW).forControls();
    assertThat(reviews.last(BUCKET, NOW)).isPresent();
    assertThat(reviews.last("arn:aws:s3:::shop-dark", NOW)).isEmpty();
    assertThat(both.text())
        .contains("at least 0 readers", "! iam:GetAccountAuthorizationDetails was denied");
  }

  @Test
  void theSameSnapshotGivesTheSameTextOnceItIsSigned() {
    sign();
    assertThat(ledger().read(NOW).before(TAKEN)).isEmpty();
  }

  @Test
  void whatIsSignedIsWhatLies() {
    var to = new ReviewFolder(folder.resolve("out"));
    assertThatThrownBy(() -> to.demand(document(FIRST))).hasMessageContaining("would be signed");
    to.write(document(FIRST));
    to.demand(document(FIRST));
    assertThatThrownBy(() -> to.demand(document(SECOND))).hasMessageContaining("would be signed");
  }
}
