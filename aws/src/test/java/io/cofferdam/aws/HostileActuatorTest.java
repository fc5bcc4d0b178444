package io.cofferdam.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// What an act reads decides what it does: half an answer, none or too much of one is no state.
@Covers("R-02")
@Timeout(60)
class HostileActuatorTest {
  private static final String ACCOUNT = "111122223333";
  private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

  private static ActCall call(String operation) {
    return new ActCall(
        "ec2",
        operation,
        "eu-central-1",
        JsonNodeFactory.instance.objectNode(),
        new Permission("ec2:" + operation, "*"));
  }

  private static AwsClients clients(RawServer server) {
    var clients = new AwsClients(Optional.of(server.endpoint()), Duration.ofSeconds(2));
    clients.use(
        ACCOUNT, StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
    return clients;
  }

  private static CallResult look(RawServer.Answer answer) throws Exception {
    try (var server = new RawServer(answer);
        var clients = clients(server)) {
      return new AwsActuator(clients, ACCOUNT).look(call("DescribeNetworkInterfaces"));
    }
  }

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Please sign in</body></html>",
        "<DescribeNetworkInterfacesResponse><networkInterfaceSet><item>"
      })
  void whatIsNoWholeAnswerIsNoEmptyState(String body) throws Exception {
    assertThat(look(out -> put(out, OK + body))).isInstanceOf(CallResult.Uncertain.class);
  }

  /// Whatever stands between us and S3 may answer a HEAD with 200.
  @Test
  void aHeadThatSaysNothingOfTheObjectIsNoAnswer() throws Exception {
    var parameters =
        JsonNodeFactory.instance.objectNode().put("Bucket", "shop").put("Key", "orders");
    var head =
        new ActCall(
            "s3", "HeadObject", "eu-central-1", parameters, new Permission("s3:GetObject", "*"));
    try (var server = new RawServer(out -> put(out, OK));
        var clients = clients(server)) {
      assertThat(new AwsActuator(clients, ACCOUNT).look(head))
          .isInstanceOf(CallResult.Uncertain.class);
    }
    var tagged = OK.replace("Connection", "ETag: \"1\"\r\nConnection");
    try (var server = new RawServer(out -> put(out, tagged));
        var clients = clients(server)) {
      assertThat(new AwsActuator(clients, ACCOUNT).look(head))
          .isInstanceOf(CallResult.Answered.class);
    }
  }

  @Test
  void anAnswerWithoutAnEndIsCutOff() throws Exception {
    var chunk = "<item></item>".repeat(1 << 12);
    assertThat(
            look(
                out -> {
                  put(out, OK + "<DescribeNetworkInterfacesResponse><networkInterfaceSet>");
                  while (true) {
                    put(out, chunk);
                  }
                }))
        .isInstanceOf(CallResult.Uncertain.class);
  }

  @Test
  void whatHandsOutSecretsOrChangesIsNoReading() throws Exception {
    try (var server = new RawServer(out -> put(out, OK));
        var clients = clients(server)) {
      var actuator = new AwsActuator(clients, ACCOUNT);
      for (var operation : List.of("GetPasswordData", "TerminateInstances")) {
        assertThatThrownBy(() -> actuator.look(call(operation))).isInstanceOf(CofferdamBug.class);
      }
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void whatWasNotApprovedIsNotSent() throws Exception {
    var nothing =
        new Permit() {
          @Override
          public boolean covers(ActCall call) {
            return false;
          }

          @Override
          public List<Permission> permissions() {
            return List.of();
          }
        };
    try (var server = new RawServer(out -> put(out, OK));
        var clients = clients(server)) {
      assertThatThrownBy(
              () -> new AwsActuator(clients, ACCOUNT).change(call("StopInstances"), nothing))
          .isInstanceOf(CofferdamBug.class)
          .hasMessageContaining("not among the calls");
      assertThat(server.requests()).isZero();
    }
  }
}
