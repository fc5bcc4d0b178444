package io.cofferdam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.review.ReviewedShop;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A quarter's review from the snapshot to the control, as a person goes through it.
@Covers("P-13")
class AccessReviewCommandTest {
  private static final String CONTROL = "aws.iam.review-evidence";

  private final Path folder;

  AccessReviewCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void shop() {
    snapshot("now", Ran.NOW.minus(Duration.ofDays(1)), ReviewedShop.readBy("etl", "support"));
  }

  private void snapshot(String name, Instant at, ReviewedShop shop) {
    shop.write(folder.resolve(name), at);
  }

  private Ran review(String snapshot, String... more) {
    var arguments =
        List.of(
            "--quiet",
            "access",
            "review",
            folder.resolve(snapshot).toString(),
            "--out",
            folder.resolve("out").toString());
    return Ran.program(folder, joined(arguments, more));
  }

  private static String[] joined(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private Ran signed(String snapshot) {
    return review(snapshot, "--sign-with", folder.resolve("mara.pem").toString());
  }

  private void enrol() throws IOException {
    Files.createDirectories(folder.resolve("home/reviewers"));
    Files.copy(folder.resolve("mara.pem.vkey"), folder.resolve("home/reviewers/mara-lind.vkey"));
  }

  /// The outcomes of the control on the sensitive buckets, one word for all of them.
  private String outcome(String snapshot, String... more) throws IOException {
    var arguments =
        List.of(
            "--quiet", "scan", "snapshot", folder.resolve(snapshot).toString(), "--format", "json");
    var said = Ran.program(folder, joined(arguments, more));
    var findings = new ObjectMapper().readTree(said.out()).path("outcomes");
    var outcomes =
        StreamSupport.stream(findings.spliterator(), false)
            .filter(each -> each.path("control").asText().equals(CONTROL))
            .map(AccessReviewCommandTest::word)
            .filter(each -> !each.equals("not-applicable"))
            .distinct()
            .toList();
    assertThat(outcomes).as(said.err()).hasSize(1);
    return outcomes.getFirst();
  }

  private static String word(JsonNode finding) {
    return finding.path("outcome").asText().toLowerCase(Locale.ROOT);
  }

  private String[] reviews() {
    return new String[] {"--reviews", folder.resolve("home/access-reviews").toString()};
  }

  private void reviewAndSign(String snapshot) throws IOException {
    assertThat(review(snapshot).code()).isZero();
    assertThat(signed(snapshot).err()).contains("is not enrolled", "CFD-APP-0130");
    enrol();
    var ran = signed(snapshot);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).contains("signed by mara-lind", "next review due");
  }

  @Test
  void aSignedReviewMakesTheControlMetAndNothingElseDoes() throws IOException {
    assertThat(outcome("now")).isEqualTo("undetermined");
    reviewAndSign("now");
    assertThat(outcome("now")).isEqualTo("undetermined");
    assertThat(outcome("now", reviews())).isEqualTo("met");
    Files.delete(folder.resolve("home/reviewers/mara-lind.vkey"));
    assertThat(outcome("now", reviews())).isEqualTo("undetermined");
  }

  @Test
  void aReviewOfTheQuarterBeforeIsOverdue() throws IOException {
    snapshot("earlier", Ran.NOW.minus(Duration.ofDays(95)), ReviewedShop.readBy("etl"));
    reviewAndSign("earlier");
    assertThat(outcome("now", reviews())).isEqualTo("violated");
  }

  @Test
  void theNextReviewTellsWhatChanged() throws IOException {
    snapshot("earlier", Ran.NOW.minus(Duration.ofDays(80)), ReviewedShop.readBy("etl", "intern"));
    reviewAndSign("earlier");
    assertThat(outcome("now", reviews())).isEqualTo("met");
    assertThat(review("now").out())
        .contains("signed by mara-lind", "+ ", "role support")
        .contains("- arn:aws:iam::111122223333:role/intern", "access gained 1, lost 1");
  }

  @Test
  void whoseReadersWereNotReadIsNotSignedFor() throws IOException {
    snapshot("dark", Ran.NOW, ReviewedShop.dark());
    reviewAndSign("now");
    assertThat(review("dark").out())
        .contains("nobody can sign for it", "iam:GetAccountAuthorizationDetails");
    assertThat(signed("dark").err()).contains("CFD-APP-0131");
  }

  @Test
  void aReviewThatWasNotLookedThroughIsNotSignedFor() {
    assertThat(signed("now").err()).contains("CFD-APP-0136", "write it without --sign-with");
  }

  @Test
  void aChangedLedgerIsSaidAndCountsForNothing() throws IOException {
    reviewAndSign("now");
    try (var files = Files.list(folder.resolve("home/access-reviews/payloads"))) {
      var file = files.findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace(":role/", ":role/x"));
    }
    assertThat(outcome("now", reviews())).isEqualTo("undetermined");
    assertThat(review("now").err()).contains("entry 0 was changed afterwards");
  }

  @Test
  void aFolderThatIsNoLedgerIsRefused() {
    var ran =
        Ran.program(
            folder,
            "scan",
            "snapshot",
            folder.resolve("now").toString(),
            "--reviews",
            folder.resolve("now").toString());
    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err()).contains("CFD-APP-0132");
  }

  @Test
  void aStrangerChecksTheSignatureWithoutTheProgram() throws Exception {
    reviewAndSign("now");
    var to = folder.resolve("out/sign-off-mara-lind");
    var statement = Files.readAllBytes(to.resolve("statement.json"));
    assertThat(verifies(to, statement)).isTrue();
    var document = Files.readAllBytes(folder.resolve("out/access-review.txt"));
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
    assertThat(new String(statement, StandardCharsets.UTF_8)).contains(hash);
    statement[10] ^= 1;
    assertThat(verifies(to, statement)).isFalse();
  }

  /// By the Java platform alone.
  private static boolean verifies(Path signOff, byte[] statement)
      throws IOException, GeneralSecurityException {
    var pem = Files.readString(signOff.resolve("reviewer.pub.pem")).replaceAll("-----.*-----", "");
    var key = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
    verifier.update(statement);
    return verifier.verify(Files.readAllBytes(signOff.resolve("statement.sig")));
  }
}
