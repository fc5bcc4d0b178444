package io.cofferdam.logs.config;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class ConfigRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "aws-config",
          "",
          List.of(
              "{\"configurationItemVersion\":\"1.3\",\"configurationItemCaptureTime\":\"2026-03-01T10:00:00.000Z\",\"configurationStateId\":0,\"awsAccountId\":\"111122223333\",\"configurationItemStatus\":\"OK\",\"resourceType\":\"AWS::S3::Bucket\",\"resourceId\":\"shop-training\",\"ARN\":\"arn:aws:s3:::shop-training\",\"awsRegion\":\"eu-central-1\",\"configuration\":{\"name\":\"shop-training\"},\"supplementaryConfiguration\":{}}",
              "{\"configurationItemVersion\":\"1.3\",\"configurationItemCaptureTime\":\"2026-03-01T10:01:00.000Z\",\"configurationStateId\":1,\"awsAccountId\":\"111122223333\",\"configurationItemStatus\":\"OK\",\"resourceType\":\"AWS::S3::Bucket\",\"resourceId\":\"shop-training\",\"ARN\":\"arn:aws:s3:::shop-training\",\"awsRegion\":\"eu-central-1\",\"configuration\":{\"name\":\"shop-training\"},\"supplementaryConfiguration\":{}}",
              "{\"configurationItemVersion\":\"1.3\",\"configurationItemCaptureTime\":\"2026-03-01T10:02:00.000Z\",\"configurationStateId\":2,\"awsAccountId\":\"111122223333\",\"configurationItemStatus\":\"OK\",\"resourceType\":\"AWS::S3::Bucket\",\"resourceId\":\"shop-training\",\"ARN\":\"arn:aws:s3:::shop-training\",\"awsRegion\":\"eu-central-1\",\"configuration\":{\"name\":\"shop-training\"},\"supplementaryConfiguration\":{}}"));

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
