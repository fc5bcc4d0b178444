package io.cofferdam.logs.cloudtrail.digest;

import io.cofferdam.logs.FormatRobustness;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.List;

@Covers({"D-01", "X-04"})
class CloudTrailDigestRobustnessTest extends FormatRobustness {
  private static final String HEAD =
      """
      {"awsAccountId":"111122223333","digestStartTime":"2026-03-01T10:00:00Z",\
      "digestEndTime":"2026-03-01T11:00:00Z","digestS3Bucket":"shop-trail",\
      "digestS3Object":"AWSLogs/111122223333/CloudTrail-Digest/eu-central-1/2026/03/01/d.json.gz",\
      "digestPublicKeyFingerprint":"00112233445566778899aabbccddeeff",\
      "digestSignatureAlgorithm":"SHA256withRSA","previousDigestS3Bucket":null,\
      "previousDigestS3Object":null,"previousDigestHashValue":null,"previousDigestSignature":null,\
      "logFiles":[""";

  private static String file(int i) {
    return """
    {"s3Bucket":"shop-trail","s3Object":"AWSLogs/f%d.json.gz","hashValue":"%064x",\
    "hashAlgorithm":"SHA-256","newestEventTime":"2026-03-01T10:%02d:30Z",\
    "oldestEventTime":"2026-03-01T10:%02d:00Z"}"""
        .formatted(i, i, i, i);
  }

  private static String digest(List<Integer> order) {
    List<String> files = new ArrayList<>();
    order.forEach(i -> files.add(file(i)));
    return HEAD + String.join(",", files) + "]}";
  }

  @Override
  protected String format() {
    return "cloudtrail-digest";
  }

  @Override
  protected String content() {
    return digest(List.of(1, 2, 3, 4));
  }

  @Override
  protected String disorderedContent() {
    return digest(List.of(3, 1, 4, 2));
  }

  @Override
  protected int records() {
    return 1;
  }

  @Override
  protected Bomb bombParts() {
    return new Bomb(HEAD + file(1), "," + file(2), "]}");
  }
}
