package io.cofferdam.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.testkit.Covers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("B-02")
class DigestChainTest {
  private static final DrillWorlds WORLDS = new DrillWorlds();

  @Test
  void everyDigestNamesItsPredecessorWithHashAndSignature() throws Exception {
    var files = WORLDS.inMemory(DrillRequest.small("public-training-bucket", 31)).files();
    var key = key(files);
    byte[] before = null;
    int links = 0;
    for (var entry : files.entrySet()) {
      if (!entry.getKey().contains("/CloudTrail-Digest/")) {
        continue;
      }
      var bytes = LogsOfWorld.plain(entry.getValue());
      var digest = LogsOfWorld.json(bytes);
      assertThat("logs/" + digest.path("digestS3Object").asText()).isEqualTo(entry.getKey());
      if (before == null) {
        assertThat(digest.path("previousDigestSignature").isNull()).isTrue();
      } else {
        links++;
        var previous = LogsOfWorld.json(before);
        assertThat(digest.path("previousDigestHashValue").asText()).isEqualTo(sha(before));
        assertThat(digest.path("digestStartTime")).isEqualTo(previous.path("digestEndTime"));
        assertThat(signed(key, previous, sha(before), digest)).isTrue();
      }
      before = bytes;
    }
    assertThat(links).isGreaterThan(5);
  }

  private static boolean signed(PublicKey key, JsonNode digest, String hash, JsonNode next)
      throws Exception {
    var before = digest.path("previousDigestSignature");
    var text =
        digest.path("digestEndTime").asText()
            + "\n"
            + digest.path("digestS3Bucket").asText()
            + "/"
            + digest.path("digestS3Object").asText()
            + "\n"
            + hash
            + "\n"
            + (before.isNull() ? "null" : before.asText());
    var check = Signature.getInstance("SHA256withRSA");
    check.initVerify(key);
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(HexFormat.of().parseHex(next.path("previousDigestSignature").asText()));
  }

  @Test
  void digestsNameEveryFileWithItsHash() throws Exception {
    var files =
        WORLDS.inMemory(DrillRequest.small("prompt-log-shared", 32).withEvents(400)).files();
    int named = 0;
    for (var digest : new LogsOfWorld(files).digests()) {
      for (var file : digest.path("logFiles")) {
        var bytes = files.get("logs/" + file.path("s3Object").asText());
        assertThat(bytes).isNotNull();
        assertThat(sha(LogsOfWorld.plain(bytes))).isEqualTo(file.path("hashValue").asText());
        named++;
      }
    }
    assertThat(named)
        .isEqualTo((int) files.keySet().stream().filter(p -> p.contains("/CloudTrail/")).count());
  }

  @Test
  void digestsDescribeTheFilesBeforeTheLoss() throws Exception {
    var request = DrillRequest.small("prompt-log-shared", 32).withEvents(400);
    var whole = WORLDS.inMemory(request).files();
    var lossy = WORLDS.inMemory(request.withLoss(Loss.ofLogs(0.4))).files();
    assertThat(new LogsOfWorld(lossy).digests()).isEqualTo(new LogsOfWorld(whole).digests());
    int missing = 0;
    int altered = 0;
    for (var digest : new LogsOfWorld(lossy).digests()) {
      for (var file : digest.path("logFiles")) {
        var bytes = lossy.get("logs/" + file.path("s3Object").asText());
        if (bytes == null) {
          missing++;
        } else if (!sha(LogsOfWorld.plain(bytes)).equals(file.path("hashValue").asText())) {
          altered++;
        }
      }
    }
    assertThat(missing).isPositive();
    assertThat(altered).isPositive();
  }

  private static PublicKey key(Map<String, byte[]> files) throws Exception {
    var pem =
        files.entrySet().stream()
            .filter(e -> e.getKey().endsWith(".pem"))
            .map(e -> new String(e.getValue(), StandardCharsets.US_ASCII))
            .findFirst()
            .orElseThrow();
    var body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
  }

  private static String sha(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
