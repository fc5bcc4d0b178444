package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import io.cofferdam.posture.spi.Trouble;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// A server that means harm costs bounded time and memory, and is never taken for an answer.
@Covers("P-01")
@Timeout(60)
class HostileServerTest {
  private static final String ACCOUNT = "111122223333";
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

  private static CallAnswer asked(String service, String operation, RawServer.Answer answer)
      throws Exception {
    try (var server = new RawServer(answer)) {
      return asked(service, operation, server.endpoint(), PATIENCE);
    }
  }

  private static CallAnswer asked(
      String service, String operation, URI endpoint, Duration patience) {
    try (var clients = clients(endpoint, patience)) {
      return new AwsReader(clients)
          .call(new CallRequest(ACCOUNT, "eu-central-1", service, operation, new TreeMap<>()));
    }
  }

  private static AwsClients clients(URI endpoint, Duration patience) {
    var clients = new AwsClients(Optional.of(endpoint), patience);
    clients.use(
        ACCOUNT, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    return clients;
  }

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void endless(OutputStream out, String head, String begin, String again)
      throws IOException {
    put(out, head + "\r\n" + begin);
    var chunk = again.repeat(1 << 12).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      out.write(chunk);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kms, ListKeys, '{\"Keys\":[{\"KeyId\":\"a\"}', ',{\"KeyId\":\"a\"}'",
    "kms, ListKeys, '{\"Unknown\":[1', ',[1],{\"a\":2}'",
    "iam, ListUsers, '<ListUsersResponse><ListUsersResult><Users><member><Path>', 'aaaaaaaa'",
    "iam, ListUsers, '<ListUsersResponse><ListUsersResult><Users>', '<member></member>'",
    "lambda, ListFunctions, '{\"Functions\":[{}', ',{\"FunctionName\":\"a\"}'",
    "s3, ListBuckets, '<ListAllMyBucketsResult><Owner><ID>', 'aaaaaaaa'"
  })
  void anAnswerWithoutAnEndIsCutOff(String service, String operation, String begin, String again)
      throws Exception {
    try (var server = new RawServer(out -> endless(out, OK, begin, again))) {
      var answer = asked(service, operation, server.endpoint(), Duration.ofSeconds(25));
      assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
      assertThat(answer.message()).isEqualTo("an answer of more than 32 MiB");
    }
  }

  @Test
  void aValueThatIsNoneIsNotAskedForAgain() throws Exception {
    var spoiled = "{\"createdAt\":\"2026-03-10T10:00:00.123456\",\"status\":\"ENABLED\"}";
    var answer = asked("macie2", "GetMacieSession", out -> put(out, OK + "\r\n" + spoiled));
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
    assertThat(answer.message()).isEqualTo("a value in the answer could not be read");
    assertThat(answer.trouble()).isEqualTo(Trouble.NONE);
  }

  @Test
  void whatCannotBeReadIsNotShown() throws Exception {
    var spoiled = "{\"Keys\":[{\"KeyId\":Tulpe9Kahn}]}";
    var answer = asked("kms", "ListKeys", out -> put(out, OK + "\r\n" + spoiled));
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
    assertThat(answer.message()).isEqualTo("the answer could not be read");
  }

  @Test
  void anErrorWithoutAnEndIsCutOff() throws Exception {
    var head = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n";
    var answer =
        asked(
            "kms",
            "ListKeys",
            out -> endless(out, head, "{\"__type\":\"X\",\"message\":\"", "aaaaaaaa"));
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
    assertThat(answer.message().length()).isLessThan(500);
  }

  @Test
  void aCompressedAnswerIsNotUnpacked() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"Keys\":[{\"KeyId\":\"".getBytes(StandardCharsets.US_ASCII));
      gzip.write(new byte[200 << 20]);
    }
    var answer =
        asked(
            "kms",
            "ListKeys",
            out -> {
              put(out, OK + "Content-Encoding: gzip\r\n\r\n");
              out.write(packed.toByteArray());
            });
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
    assertThat(answer.message()).contains("compressed");
  }

  @Test
  void anAnswerThatDripsIsGivenUp() throws Exception {
    var begun = System.nanoTime();
    var answer =
        asked(
            "kms",
            "ListKeys",
            out -> {
              put(out, OK + "\r\n{\"Keys\":[");
              for (var i = 0; i < 60; i++) {
                put(out, " ");
                rest();
              }
            });
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
    assertThat(answer.message()).isEqualTo("no answer in time");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(4));
  }

  private static void rest() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void headersWithoutAnEndAreGivenUp() throws Exception {
    var answer =
        asked(
            "kms",
            "ListKeys",
            out -> {
              put(out, OK);
              for (var i = 0; ; i++) {
                put(out, "X-Header-" + i + ": " + "a".repeat(1000) + "\r\n");
              }
            });
    assertThat(answer.outcome()).isEqualTo(CallOutcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "307", "308"})
  void aRedirectionIsNotFollowed(int status) throws Exception {
    try (var other = new RawServer(out -> put(out, OK + "\r\n{\"Keys\":[]}"))) {
      for (var service : new String[] {"kms ListKeys", "s3 ListBuckets", "lambda ListFunctions"}) {
        var words = service.split(" ", -1);
        var answer =
            asked(
                words[0],
                words[1],
                out ->
                    put(
                        out,
                        "HTTP/1.1 "
                            + status
                            + " Moved\r\nConnection: close\r\nContent-Length: 0\r\nLocation: "
                            + other.endpoint()
                            + "/\r\nx-amz-bucket-region: eu-west-1\r\n\r\n"));
        assertThat(answer.outcome().conclusive()).isFalse();
      }
      assertThat(other.requests()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "secretsmanager, GetSecretValue",
    "secretsmanager, BatchGetSecretValue",
    "secretsmanager, GetRandomPassword",
    "ssm, GetParameter",
    "ssm, GetParametersByPath",
    "sts, GetSessionToken",
    "sts, GetFederationToken",
    "ecr, GetAuthorizationToken",
    "ec2, GetPasswordData",
    "lambda, GetFunction",
    "s3, GetObject",
    "dynamodb, BatchGetItem",
    "dynamodb, GetItem",
    "s3, PutBucketPolicy",
    "s3, DeleteBucket",
    "iam, GenerateCredentialReport"
  })
  void aCallThatWritesOrHandsOutSecretsIsNeverMade(String service, String operation)
      throws Exception {
    try (var server = new RawServer(out -> put(out, OK + "\r\n{}"))) {
      assertThatThrownBy(() -> asked(service, operation, server.endpoint(), PATIENCE))
          .isInstanceOf(CofferdamBug.class)
          .hasMessageContaining("does not only read");
      assertThat(server.requests()).isZero();
    }
  }
}
