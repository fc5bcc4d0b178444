package io.cofferdam.logs.findings;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class SecurityHubRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "security-hub",
          "",
          List.of(
              "{\"SchemaVersion\":\"2018-10-08\",\"Id\":\"s0\",\"ProductArn\":\"arn:aws:securityhub:eu-central-1::product/aws/securityhub\",\"AwsAccountId\":\"111122223333\",\"Types\":[\"Effects/Data Exposure\"],\"CreatedAt\":\"2026-03-01T10:00:00Z\",\"Severity\":{\"Label\":\"HIGH\"},\"Title\":\"t\",\"Resources\":[{\"Id\":\"arn:aws:s3:::shop-training\"}]}",
              "{\"SchemaVersion\":\"2018-10-08\",\"Id\":\"s1\",\"ProductArn\":\"arn:aws:securityhub:eu-central-1::product/aws/securityhub\",\"AwsAccountId\":\"111122223333\",\"Types\":[\"Effects/Data Exposure\"],\"CreatedAt\":\"2026-03-01T10:01:00Z\",\"Severity\":{\"Label\":\"HIGH\"},\"Title\":\"t\",\"Resources\":[{\"Id\":\"arn:aws:s3:::shop-training\"}]}",
              "{\"SchemaVersion\":\"2018-10-08\",\"Id\":\"s2\",\"ProductArn\":\"arn:aws:securityhub:eu-central-1::product/aws/securityhub\",\"AwsAccountId\":\"111122223333\",\"Types\":[\"Effects/Data Exposure\"],\"CreatedAt\":\"2026-03-01T10:02:00Z\",\"Severity\":{\"Label\":\"HIGH\"},\"Title\":\"t\",\"Resources\":[{\"Id\":\"arn:aws:s3:::shop-training\"}]}"));

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
