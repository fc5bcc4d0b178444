package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// What is copied is the object that was listed, whole, or it is no copy.
@Covers("P-01")
@Timeout(60)
class AwsObjectsTest {
  private static final String ACCOUNT = "111122223333";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Test
  void anObjectThatIsLongerThanListedIsCutOff() throws Exception {
    assertThat(copied("", 10, out -> put(out, OK + "\r\n" + "a".repeat(1 << 20))))
        .isEqualTo("the object was listed with 10 bytes and has more");
  }

  @Test
  void anObjectThatIsShorterThanListedIsNoCopy() throws Exception {
    assertThat(copied("", 10, out -> put(out, OK + "\r\nabc")))
        .isEqualTo("the object has 10 bytes and 3 came");
  }

  @Test
  void anObjectThatDripsIsGivenUp() throws Exception {
    var answer =
        copied(
            "",
            100,
            out -> {
              put(out, OK + "\r\n");
              for (var i = 0; i < 60; i++) {
                put(out, "a");
                rest();
              }
            });
    assertThat(answer).contains("came too slowly after");
  }

  @Test
  void anObjectThatWasChangedSinceItWasListedIsToldAsSuch() throws Exception {
    var answer =
        copied(
            "0123",
            3,
            out ->
                put(
                    out,
                    "HTTP/1.1 412 Precondition Failed\r\nConnection: close\r\n\r\n"
                        + "<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>"));
    assertThat(answer).isEqualTo("it was changed after it was listed");
  }

  private static String copied(String tag, long size, RawServer.Answer answer) throws Exception {
    try (var server = new RawServer(answer);
        var clients = new AwsClients(Optional.of(server.endpoint()), PATIENCE)) {
      clients.use(
          ACCOUNT, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
      var ended =
          new AwsObjects(clients, PATIENCE)
              .copy(
                  ACCOUNT,
                  new AwsObjects.Listed("shop-logs", "key", tag, size),
                  new ByteArrayOutputStream());
      assertThat(ended.outcome()).isEqualTo(CallOutcome.FAILED);
      return ended.message();
    }
  }

  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
