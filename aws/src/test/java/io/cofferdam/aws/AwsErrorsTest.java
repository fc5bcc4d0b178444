package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

@Covers("P-01")
class AwsErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "AccessDenied, 403, DENIED",
    "AccessDeniedException, 400, DENIED",
    "UnauthorizedOperation, 403, DENIED",
    "AuthFailure, 401, DENIED",
    "'', 403, DENIED",
    "UnknownOperationException, 400, UNSUPPORTED",
    "NotImplemented, 501, UNSUPPORTED",
    "OptInRequired, 403, UNSUPPORTED",
    "'', 404, UNSUPPORTED",
    "'', 500, FAILED",
    "ThrottlingException, 400, FAILED",
    "SlowDown, 503, FAILED",
    "InternalError, 500, FAILED",
    "ExpiredToken, 403, FAILED",
    "InvalidClientTokenId, 403, FAILED",
    "NoSuchBucket, 404, FAILED"
  })
  void aCodeOfAServiceSaysHowTheCallEnded(String code, int status, CallOutcome outcome) {
    var answer = AwsErrors.answer(error(code, "words", status), 2);
    assertThat(answer.outcome()).isEqualTo(outcome);
    assertThat(answer.outcome().conclusive()).isFalse();
    assertThat(answer.errorCode()).isEqualTo(code);
    assertThat(answer.attempts()).isEqualTo(2);
    assertThat(answer.requestId()).isEqualTo("request-1");
  }

  @Test
  void aHostThatDoesNotExistIsARegionWithoutTheService() {
    var error =
        SdkClientException.builder().cause(new UnknownHostException("kms.example.org")).build();
    assertThat(AwsErrors.answer(error, 1).outcome()).isEqualTo(CallOutcome.UNSUPPORTED);
  }

  @Test
  void noConnectionIsAFailure() {
    var error = SdkClientException.builder().cause(new ConnectException("refused")).build();
    assertThat(AwsErrors.answer(error, 1).outcome()).isEqualTo(CallOutcome.FAILED);
  }

  @Test
  void aMessageShowsNoKeyAndNoControlCharacters() {
    var key = "AKIA" + "Q".repeat(16);
    var shown =
        AwsErrors.answer(error("AccessDenied", key + " token=abc\u001b[31m", 403), 1).message();
    assertThat(shown).doesNotContain(key, "abc", "\u001b").contains("(not shown)");
  }

  private static AwsServiceException error(String code, String message, int status) {
    return AwsServiceException.builder()
        .statusCode(status)
        .requestId("request-1")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
