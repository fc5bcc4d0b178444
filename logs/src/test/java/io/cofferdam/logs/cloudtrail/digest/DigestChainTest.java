package io.cofferdam.logs.cloudtrail.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.event.TrailDigest.SignatureCheck;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers({"R-05", "X-04"})
class DigestChainTest {
  private static final String PRINT = "00112233445566778899aabbccddeeff";
  private static KeyPair pair;
  @TempDir Path folder;

  @BeforeAll
  static void makeKey() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    pair = generator.generateKeyPair();
  }

  /// Digest files signed as AWS describes it, made without the code under test.
  private static List<String> chain(int count) throws GeneralSecurityException {
    List<String> files = new ArrayList<>();
    var beforeKey = "null";
    var beforeHash = "null";
    var beforeSignature = "null";
    for (var hour = 0; hour < count; hour++) {
      var key =
          "AWSLogs/111122223333/CloudTrail-Digest/eu-central-1/2026/03/01/d" + hour + ".json.gz";
      var end = "2026-03-01T%02d:00:00Z".formatted(hour + 1);
      var file =
          """
          {"awsAccountId":"111122223333","digestStartTime":"2026-03-01T%02d:00:00Z","digestEndTime":"%s",\
          "digestS3Bucket":"shop-trail","digestS3Object":"%s","digestPublicKeyFingerprint":"%s",\
          "digestSignatureAlgorithm":"SHA256withRSA","newestEventTime":null,"oldestEventTime":null,\
          "previousDigestS3Bucket":%s,"previousDigestS3Object":%s,"previousDigestHashValue":%s,\
          "previousDigestHashAlgorithm":"SHA-256","previousDigestSignature":%s,"logFiles":[]}"""
              .formatted(
                  hour,
                  end,
                  key,
                  PRINT,
                  beforeKey.equals("null") ? "null" : "\"shop-trail\"",
                  beforeKey,
                  beforeHash,
                  beforeSignature);
      files.add(file);
      var hash =
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(file.getBytes(StandardCharsets.UTF_8)));
      var signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(pair.getPrivate());
      var text =
          end + "\nshop-trail/" + key + "\n" + hash + "\n" + beforeSignature.replace("\"", "");
      signer.update(text.getBytes(StandardCharsets.UTF_8));
      beforeKey = "\"" + key + "\"";
      beforeHash = "\"" + hash + "\"";
      beforeSignature = "\"" + HexFormat.of().formatHex(signer.sign()) + "\"";
    }
    return files;
  }

  private static List<TrailDigest> read(List<String> files) {
    return files.stream().map(file -> (TrailDigest) Collected.of(file).events.get(0)).toList();
  }

  private static byte[] pkcs1() {
    var spki = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(spki, 24, spki.length); // behind the fixed prefix of a 2048-bit key
  }

  @Test
  void aDigestIsReadWithItsFiles() {
    var digest =
        (TrailDigest)
            Collected.of(
                    """
                    {"awsAccountId":"111122223333","digestStartTime":"2026-03-01T10:00:00Z",\
                    "digestEndTime":"2026-03-01T11:00:00Z","digestS3Bucket":"t",\
                    "digestS3Object":"p/AWSLogs/1/CloudTrail-Digest/eu-west-1/2026/d.json.gz",\
                    "logFiles":[{"s3Bucket":"t","s3Object":"f.json.gz","hashValue":"AB",\
                    "newestEventTime":"2026-03-01T10:20:00Z","oldestEventTime":"2026-03-01T10:10:00Z"}]}""")
                .events
                .get(0);
    assertThat(digest.region()).isEqualTo("eu-west-1");
    assertThat(digest.files())
        .containsExactly(
            new TrailDigest.DigestedFile(
                "t/f.json.gz",
                "ab",
                Instant.parse("2026-03-01T10:10:00Z"),
                Instant.parse("2026-03-01T10:20:00Z"),
                -1));
  }

  @Test
  void signaturesOfAllButTheLastAreValidWithAnyFormOfKey() throws Exception {
    var digests = read(chain(4));
    for (var form : List.of("list", "pkcs1", "spki", "pem")) {
      var keys = Files.createDirectory(folder.resolve(form));
      switch (form) {
        case "list" ->
            Files.writeString(
                keys.resolve("keys.json"),
                "{\"PublicKeyList\":[{\"Value\":\""
                    + Base64.getEncoder().encodeToString(pkcs1())
                    + "\",\"Fingerprint\":\""
                    + PRINT
                    + "\"}]}");
        case "pkcs1" -> Files.write(keys.resolve(PRINT + ".der"), pkcs1());
        case "spki" -> Files.write(keys.resolve("any.der"), pair.getPublic().getEncoded());
        default ->
            Files.writeString(
                keys.resolve("k.pem"),
                "-----BEGIN RSA PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(pkcs1())
                    + "\n-----END RSA PUBLIC KEY-----\n");
      }
      var result = DigestChain.check(digests.reversed(), DigestKeys.load(keys));
      assertThat(result.breaks()).as(form).isEmpty();
      assertThat(result.missing()).as(form).isEmpty();
      assertThat(result.digests())
          .as(form)
          .extracting(TrailDigest::signature)
          .containsExactly(
              SignatureCheck.VALID,
              SignatureCheck.VALID,
              SignatureCheck.VALID,
              SignatureCheck.UNCHECKED);
    }
  }

  @Test
  void withoutKeysSignaturesStayUncheckedAndTheChainIsStillChecked() throws Exception {
    var result = DigestChain.check(read(chain(3)), DigestKeys.none());
    assertThat(result.breaks()).isEmpty();
    assertThat(result.digests()).allMatch(d -> d.signature() == SignatureCheck.UNCHECKED);
  }

  @Test
  void anAlteredDigestBreaksTheChainAndItsSignature() throws Exception {
    var files = chain(3);
    files.set(1, files.get(1).replace("\"logFiles\":[]", "\"logFiles\": []"));
    var keys = Files.createDirectory(folder.resolve("k"));
    Files.write(keys.resolve(PRINT), pkcs1());
    var result = DigestChain.check(read(files), DigestKeys.load(keys));
    assertThat(result.breaks()).hasSize(2).allMatch(b -> b.location().endsWith("d1.json.gz"));
    assertThat(result.digests().get(1).signature()).isEqualTo(SignatureCheck.INVALID);
    assertThat(result.digests().get(0).signature()).isEqualTo(SignatureCheck.VALID);
  }

  @Test
  void aMissingDigestIsNamed() throws Exception {
    var files = chain(3);
    files.remove(1);
    var result = DigestChain.check(read(files), DigestKeys.none());
    assertThat(result.missing()).hasSize(1).allMatch(place -> place.endsWith("d1.json.gz"));
  }

  @Test
  void aFileThatIsNoKeyIsRefusedByName() throws IOException {
    Files.writeString(folder.resolve("readme.txt"), "hello");
    assertThatThrownBy(() -> DigestKeys.load(folder))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("readme.txt");
  }
}
