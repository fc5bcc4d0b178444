package io.cofferdam.logs.bedrock;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class BedrockRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "bedrock-invocations",
          "",
          List.of(
              "{\"schemaType\":\"ModelInvocationLog\",\"schemaVersion\":\"1.0\",\"timestamp\":\"2026-03-01T10:00:00Z\",\"accountId\":\"111122223333\",\"identity\":{\"arn\":\"arn:aws:iam::111122223333:role/shop-chat\"},\"region\":\"eu-central-1\",\"requestId\":\"r0\",\"operation\":\"Converse\",\"modelId\":\"example.model-v1\",\"input\":{\"inputContentType\":\"application/json\",\"inputBodyJson\":{\"messages\":[]},\"inputTokenCount\":35},\"output\":{\"outputBodyS3Path\":\"s3://prompt-logs/a.json.gz\",\"outputTokenCount\":446}}",
              "{\"schemaType\":\"ModelInvocationLog\",\"schemaVersion\":\"1.0\",\"timestamp\":\"2026-03-01T10:01:00Z\",\"accountId\":\"111122223333\",\"identity\":{\"arn\":\"arn:aws:iam::111122223333:role/shop-chat\"},\"region\":\"eu-central-1\",\"requestId\":\"r1\",\"operation\":\"Converse\",\"modelId\":\"example.model-v1\",\"input\":{\"inputContentType\":\"application/json\",\"inputBodyJson\":{\"messages\":[]},\"inputTokenCount\":35},\"output\":{\"outputBodyS3Path\":\"s3://prompt-logs/a.json.gz\",\"outputTokenCount\":446}}",
              "{\"schemaType\":\"ModelInvocationLog\",\"schemaVersion\":\"1.0\",\"timestamp\":\"2026-03-01T10:02:00Z\",\"accountId\":\"111122223333\",\"identity\":{\"arn\":\"arn:aws:iam::111122223333:role/shop-chat\"},\"region\":\"eu-central-1\",\"requestId\":\"r2\",\"operation\":\"Converse\",\"modelId\":\"example.model-v1\",\"input\":{\"inputContentType\":\"application/json\",\"inputBodyJson\":{\"messages\":[]},\"inputTokenCount\":35},\"output\":{\"outputBodyS3Path\":\"s3://prompt-logs/a.json.gz\",\"outputTokenCount\":446}}"));

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
