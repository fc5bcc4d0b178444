package io.cofferdam.evidence.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.math.BigInteger;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@Covers("E-01")
class TimestampTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final byte[] MESSAGE = "a checkpoint".getBytes(UTF_8);
  private static LocalAuthority authority;

  @BeforeAll
  static void start() {
    authority = new LocalAuthority(AT);
  }

  @AfterAll
  static void stop() {
    authority.close();
  }

  @AfterEach
  void unspoil() {
    authority.spoiling(answer -> answer);
  }

  @Test
  void aStampUnderATrustedRootIsTrusted() {
    var answer = authority.client().stamp(MESSAGE);
    assertThat(TimestampToken.check(answer, MESSAGE, authority.certificates()))
        .isEqualTo(new Stamped.Trusted(AT, "CN=Example TSA"));
    assertThat(TimestampToken.check(answer, MESSAGE, List.of(authority.stamping())))
        .isInstanceOf(Stamped.Trusted.class);
  }

  @Test
  void aStampOfAnAuthorityNobodyNamedIsUnknown() {
    var answer = authority.client().stamp(MESSAGE);
    assertThat(TimestampToken.check(answer, MESSAGE, List.of()))
        .isInstanceOf(Stamped.Unknown.class);
  }

  @Test
  void aStampOverSomethingElseIsInvalid() {
    var answer = authority.client().stamp("other".getBytes(UTF_8));
    assertThat(TimestampToken.check(answer, MESSAGE, authority.certificates()))
        .isEqualTo(new Stamped.Invalid("it covers another checkpoint"));
  }

  @Test
  void aStampOfAnotherAuthorityIsInvalid() {
    try (var impostor = new LocalAuthority(AT)) {
      var answer = impostor.client().stamp(MESSAGE);
      assertThat(TimestampToken.check(answer, MESSAGE, authority.certificates()))
          .isInstanceOf(Stamped.Invalid.class);
    }
  }

  @Test
  void aCertificateThatMayNotStampTimesIsRefused() {
    try (var wrong = new LocalAuthority(AT, KeyPurposeId.id_kp_serverAuth)) {
      assertThatThrownBy(() -> wrong.client().stamp(MESSAGE))
          .isInstanceOf(CofferdamException.class);
    } catch (AssertionError e) {
      // BouncyCastle refuses to stamp with it at all: as good.
      assertThat(e).hasMessageContaining("ExtendedKeyUsage");
    }
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() throws Exception {
    var old = new TimeStampRequestGenerator();
    old.setCertReq(true);
    var question =
        old.generate(TSPAlgorithms.SHA256, Hash.sha256(MESSAGE).bytes(), BigInteger.valueOf(7));
    var replay = authority.stamp(question);
    authority.spoiling(answer -> replay);
    assertThatThrownBy(() -> authority.client().stamp(MESSAGE))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("does not fit the question");
  }

  @Test
  void aPolicyThatIsNotGivenIsRefused() {
    assertThat(
            authority
                .client(Duration.ofSeconds(10), Optional.of(LocalAuthority.POLICY))
                .stamp(MESSAGE))
        .isNotEmpty();
    assertThatThrownBy(
            () -> authority.client(Duration.ofSeconds(10), Optional.of("1.2.3.4")).stamp(MESSAGE))
        .isInstanceOf(CofferdamException.class);
  }

  @Test
  void aFloodAndRubbishAreRefused() {
    authority.spoiling(answer -> new byte[1 << 20]);
    assertThatThrownBy(() -> authority.client().stamp(MESSAGE))
        .isInstanceOf(CofferdamException.class);
    authority.spoiling(answer -> "hello".getBytes(UTF_8));
    assertThatThrownBy(() -> authority.client().stamp(MESSAGE))
        .isInstanceOf(CofferdamException.class);
  }

  @Test
  void anAuthorityThatNeverAnswersIsGivenUp() throws Exception {
    try (var silent = new ServerSocket(0)) {
      var client =
          new HttpTimestampAuthority(
              URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"),
              Duration.ofMillis(300),
              Optional.empty(),
              new SecureRandom());
      assertThatThrownBy(() -> client.stamp(MESSAGE)).isInstanceOf(CofferdamException.class);
    }
  }

  @Test
  void noChangedTokenCrashesOrIsTrusted() {
    var good = authority.client().stamp(MESSAGE);
    var random = new Random(5);
    for (int i = 0; i < 400; i++) {
      var bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      var cut = Arrays.copyOf(bad, random.nextInt(bad.length));
      assertThat(TimestampToken.check(cut, MESSAGE, authority.certificates()))
          .isInstanceOf(Stamped.Invalid.class);
      var changed = TimestampToken.check(bad, MESSAGE, authority.certificates());
      // What is not signed (the status words, the certificates' order) may change without harm.
      if (changed instanceof Stamped.Trusted(var at, var name)) {
        assertThat(at).isEqualTo(AT);
        assertThat(name).isEqualTo("CN=Example TSA");
      }
    }
  }

  @Test
  void onlyHttpAddressesAreTaken() {
    assertThatThrownBy(
            () ->
                new HttpTimestampAuthority(
                    URI.create("file:///etc/hosts"),
                    Duration.ofSeconds(1),
                    Optional.empty(),
                    new SecureRandom()))
        .hasMessageContaining("http");
  }
}
