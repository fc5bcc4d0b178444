package io.cofferdam.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Makes calls to the API of one cluster, each once. An operation is a verb of the API (`get`,
/// `create`, `patch`, `delete`); its parameters are `path` and, for what is sent, `body`. A patch
/// is a JSON merge patch (RFC 7386).
/// https://kubernetes.io/docs/reference/using-api/api-concepts/
public final class KubernetesCalls implements CloudCalls, AutoCloseable {
  private static final int MOST = 32 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final Supplier<String> token;
  private final Duration patience;
  private final HttpClient client;

  /// @param server `https://203.0.113.7:6443`
  /// @param trust whose certificates are taken: the cluster's authority, and ours where it asks for
  ///     one
  /// @param token asked for each call, since tokens are renewed in their files; empty where the
  ///     certificate says who we are
  /// @param patience how long one answer may take
  public KubernetesCalls(URI server, SSLContext trust, Supplier<String> token, Duration patience) {
    this.server = server;
    this.token = token;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .sslContext(trust)
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public CallResult look(ActCall call) {
    if (!call.operation().equals("get")) {
      throw new CofferdamBug(call.words() + " does not only read");
    }
    return send(call);
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    if (!permit.covers(call)) {
      throw new CofferdamBug(call.words() + " is not among the calls that were approved");
    }
    return send(call);
  }

  private CallResult send(ActCall call) {
    try {
      var answer = client.send(request(call), BodyHandlers.ofInputStream());
      try (var body = answer.body()) {
        var bytes = body.readNBytes(MOST + 1);
        return bytes.length > MOST
            ? new CallResult.Uncertain("Answer", "an answer of more than 32 MiB", "")
            : result(answer, bytes);
      }
    } catch (IOException cut) {
      return new CallResult.Uncertain("Connection", cut.getClass().getSimpleName(), "");
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return new CallResult.Uncertain("Interrupted", "the call was interrupted", "");
    }
  }

  private HttpRequest request(ActCall call) {
    var path = call.parameters().path("path").asText();
    if (!path.startsWith("/") || path.contains("..") || path.contains("//")) {
      throw new CofferdamBug(call.words() + " names no place of the API");
    }
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(patience)
            .header("Accept", "application/json");
    var secret = token.get();
    if (!secret.isEmpty()) {
      request.header("Authorization", "Bearer " + secret);
    }
    var body = BodyPublishers.ofString(call.parameters().path("body").toString());
    return switch (call.operation()) {
      case "get" -> request.GET().build();
      case "create" -> request.header("Content-Type", "application/json").POST(body).build();
      case "patch" ->
          request
              .header("Content-Type", "application/merge-patch+json")
              .method("PATCH", body)
              .build();
      case "delete" -> request.DELETE().build();
      default -> throw new CofferdamBug("no operation " + call.words());
    };
  }

  private static CallResult result(HttpResponse<?> answer, byte[] bytes) {
    var id = answer.headers().firstValue("Audit-Id").orElse("");
    var body = read(bytes);
    var code = answer.statusCode();
    if (!body.path("kind").isTextual() || !body.path("apiVersion").isTextual()) {
      return new CallResult.Uncertain(
          "Answer", "HTTP " + code + " with what is no answer of the API", id);
    }
    if (code >= 200 && code < 300) {
      return new CallResult.Answered(body, id);
    }
    var reason = body.path("reason").asText("HTTP " + code);
    var words = body.path("message").asText("");
    return switch (code) {
      case 401, 403 -> new CallResult.Denied(reason, words, id);
      case 404 -> absent(body, reason, words, id);
      case 429 -> new CallResult.Uncertain(reason, words, id);
      default ->
          code >= 400 && code < 500
              ? new CallResult.Rejected(reason, words, id)
              : new CallResult.Uncertain(reason, words, id);
    };
  }

  /// Of an object that is not there the API tells the name; of a kind that it does not know it
  /// tells none.
  private static CallResult absent(JsonNode status, String reason, String words, String id) {
    return status.at("/details/name").isTextual()
        ? new CallResult.Absent(reason, id)
        : new CallResult.Rejected(reason, words, id);
  }

  private static JsonNode read(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    } catch (IOException impossible) {
      throw new CofferdamBug("bytes can be read", impossible);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
