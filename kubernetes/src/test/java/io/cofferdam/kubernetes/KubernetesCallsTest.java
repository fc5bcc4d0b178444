package io.cofferdam.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import io.cofferdam.testkit.Covers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers that are none, and calls that must not be sent.
@Covers("R-02")
class KubernetesCallsTest {
  private final List<String> sent = new ArrayList<>();

  private static ActCall call(String operation, String path) {
    return new ActCall(
        "kubernetes",
        operation,
        "",
        JsonNodeFactory.instance.objectNode().put("path", path),
        new Permission("get pods", "shop/exporter-0"));
  }

  private interface Asking {
    void of(KubernetesCalls calls);
  }

  private void ask(int code, String body, Asking asking) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          sent.add(exchange.getRequestHeaders().getFirst("Authorization"));
          var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var calls =
        new KubernetesCalls(
            endpoint, SSLContext.getDefault(), () -> "not-a-secret", Duration.ofSeconds(10))) {
      asking.of(calls);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'kind':'Pod','apiVersion':'v1'} | Answered",
        "200 | <html>Please sign in</html> | Uncertain",
        "200 | {'kind':'Pod','apiVersion' | Uncertain",
        "200 | {} | Uncertain",
        "302 | {'kind':'Pod','apiVersion':'v1'} | Uncertain",
        "401 | {'kind':'Status','apiVersion':'v1','reason':'Unauthorized'} | Denied",
        "403 | {'kind':'Status','apiVersion':'v1','reason':'Forbidden'} | Denied",
        "404 | {'kind':'Status','apiVersion':'v1','details':{'name':'exporter-0'}} | Absent",
        "404 | {'kind':'Status','apiVersion':'v1','details':{}} | Rejected",
        "404 | 404 page not found | Uncertain",
        "409 | {'kind':'Status','apiVersion':'v1','reason':'Conflict'} | Rejected",
        "422 | {'kind':'Status','apiVersion':'v1','reason':'Invalid'} | Rejected",
        "429 | {'kind':'Status','apiVersion':'v1'} | Uncertain",
        "500 | {'kind':'Status','apiVersion':'v1'} | Uncertain"
      })
  void anAnswerIsWhatTheApiSays(int code, String body, String result) throws Exception {
    ask(
        code,
        body,
        calls ->
            assertThat(calls.look(call("get", "/api/v1/namespaces/shop/pods/exporter-0")))
                .extracting(each -> each.getClass().getSimpleName())
                .isEqualTo(result));
    assertThat(sent).containsExactly("Bearer not-a-secret");
  }

  @Test
  void aServerThatIsNotThereIsUncertain() throws Exception {
    try (var calls =
        new KubernetesCalls(
            URI.create("http://127.0.0.1:1"),
            SSLContext.getDefault(),
            () -> "",
            Duration.ofSeconds(10))) {
      assertThat(calls.look(call("get", "/api/v1/nodes/a")))
          .isInstanceOf(CallResult.Uncertain.class);
    }
  }

  @Test
  void whatWasNotApprovedOrLiesElsewhereIsNotSent() throws Exception {
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
    ask(
        200,
        "{}",
        calls -> {
          assertThatThrownBy(() -> calls.change(call("delete", "/api/v1/nodes/a"), nothing))
              .isInstanceOf(CofferdamBug.class)
              .hasMessageContaining("not among the calls");
          for (var path : List.of("/api/v1/../secrets", "//elsewhere/x", "api")) {
            assertThatThrownBy(() -> calls.look(call("get", path)))
                .isInstanceOf(CofferdamBug.class);
          }
          assertThatThrownBy(() -> calls.look(call("delete", "/api/v1/nodes/a")))
              .isInstanceOf(CofferdamBug.class);
        });
    assertThat(sent).isEmpty();
  }
}
