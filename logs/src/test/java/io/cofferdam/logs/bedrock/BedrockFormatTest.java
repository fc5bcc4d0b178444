package io.cofferdam.logs.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.ModelInvocation;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class BedrockFormatTest {
  @Test
  void sizesAndPlacesAreKeptAndTheTextIsNot() {
    var read =
        Collected.of(
            """
            {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":\
            "2026-03-01T10:00:00Z","accountId":"111122223333","identity":{"arn":"arn:x"},"region":\
            "eu-central-1","requestId":"r1","operation":"Converse","modelId":"m","input":{\
            "inputBodyJson":{"message":"my order is late"},"inputTokenCount":35},"output":{\
            "outputBodyS3Path":"s3://prompt-logs/x.gz","outputTokenCount":446}}
            """);
    var call = (ModelInvocation) read.events.getFirst();
    assertThat(call.inputTokens()).isEqualTo(35);
    assertThat(call.outputTokens()).isEqualTo(446);
    assertThat(call.inputStoredAt()).isEqualTo(BedrockFormat.INLINE);
    assertThat(call.outputStoredAt()).isEqualTo("s3://prompt-logs/x.gz");
    assertThat(call.toString()).doesNotContain("order");
  }
}
