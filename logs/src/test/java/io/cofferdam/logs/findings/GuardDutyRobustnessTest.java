package io.cofferdam.logs.findings;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class GuardDutyRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "guardduty",
          "",
          List.of(
              "{\"schemaVersion\":\"2.0\",\"accountId\":\"111122223333\",\"region\":\"eu-central-1\",\"id\":\"f0\",\"type\":\"Exfiltration:S3/AnomalousBehavior\",\"severity\":8,\"createdAt\":\"2026-03-01T10:00:00.000Z\",\"title\":\"t\",\"service\":{\"serviceName\":\"guardduty\",\"action\":{\"awsApiCallAction\":{\"remoteIpDetails\":{\"ipAddressV4\":\"203.0.113.7\"}}}},\"resource\":{\"s3BucketDetails\":[{\"arn\":\"arn:aws:s3:::shop-training\"}],\"accessKeyDetails\":{\"accessKeyId\":\"ASIAEXAMPLE1\"}}}",
              "{\"schemaVersion\":\"2.0\",\"accountId\":\"111122223333\",\"region\":\"eu-central-1\",\"id\":\"f1\",\"type\":\"Exfiltration:S3/AnomalousBehavior\",\"severity\":8,\"createdAt\":\"2026-03-01T10:01:00.000Z\",\"title\":\"t\",\"service\":{\"serviceName\":\"guardduty\",\"action\":{\"awsApiCallAction\":{\"remoteIpDetails\":{\"ipAddressV4\":\"203.0.113.7\"}}}},\"resource\":{\"s3BucketDetails\":[{\"arn\":\"arn:aws:s3:::shop-training\"}],\"accessKeyDetails\":{\"accessKeyId\":\"ASIAEXAMPLE1\"}}}",
              "{\"schemaVersion\":\"2.0\",\"accountId\":\"111122223333\",\"region\":\"eu-central-1\",\"id\":\"f2\",\"type\":\"Exfiltration:S3/AnomalousBehavior\",\"severity\":8,\"createdAt\":\"2026-03-01T10:02:00.000Z\",\"title\":\"t\",\"service\":{\"serviceName\":\"guardduty\",\"action\":{\"awsApiCallAction\":{\"remoteIpDetails\":{\"ipAddressV4\":\"203.0.113.7\"}}}},\"resource\":{\"s3BucketDetails\":[{\"arn\":\"arn:aws:s3:::shop-training\"}],\"accessKeyDetails\":{\"accessKeyId\":\"ASIAEXAMPLE1\"}}}"));

  @Test
  void normal() {
    ROBUSTNESS.normal();
  }

  @Test
  void gzipped() {
    ROBUSTNESS.gzipped();
  }

  @Test
  void truncated() {
    ROBUSTNESS.truncated();
  }

  @Test
  void bomb() {
    ROBUSTNESS.bomb();
  }

  @Test
  void disordered() {
    ROBUSTNESS.disordered();
  }
}
