package io.cofferdam.app.contain;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cofferdam.azure.AzureCalls;
import io.cofferdam.azure.AzureCredentials;
import io.cofferdam.azure.AzureEndpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Azure Resource Manager as far as the acts on accounts go, over HTTP: it keeps one recorded
/// account, changes it by merge patches (RFC 7396) and answers with what was published of the
/// service. It is no Azure: it knows no rights and checks no values.
final class RecordedArm implements AutoCloseable {
  static final String TOKEN = "not-a-secret-but-a-token-of-tests";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ObjectNode account;
  private final JsonNode containers;
  private final List<String> changes = new ArrayList<>();
  private String newKey = "";
  private boolean ignoresNull;

  RecordedArm() throws IOException {
    account = (ObjectNode) recorded("account.json");
    containers = recorded("containers.json").path("value");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  private static JsonNode recorded(String name) throws IOException {
    try (var in = RecordedArm.class.getResourceAsStream("azure/" + name)) {
      return JSON.readTree(requireNonNull(in));
    }
  }

  AzureCalls calls() {
    return new AzureCalls(
        new AzureEndpoints(endpoint(), Optional.empty()),
        new AzureCredentials(() -> TOKEN, new AzureCredentials.Token(() -> "")),
        Duration.ofSeconds(20),
        InstantSource.system(),
        time -> {});
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Changes settings as somebody else would.
  void furnish(String settings) {
    try {
      merge(account.withObject("/properties"), JSON.readTree(settings.replace('\'', '"')), false);
    } catch (IOException bad) {
      throw new AssertionError(settings, bad);
    }
  }

  /// From now on null in a patch leaves what is there.
  void keepForgotten() {
    ignoresNull = true;
  }

  JsonNode properties() {
    return account.path("properties");
  }

  /// Bodies of the changes that came.
  List<String> changes() {
    return changes;
  }

  /// The value that was made last.
  String newKey() {
    return newKey;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var id = account.path("id").asText();
      var body = exchange.getRequestBody().readAllBytes();
      var told = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Bearer " + TOKEN).equals(told)) {
        send(exchange, 401, error("InvalidAuthenticationToken", "the token " + told + " is not"));
      } else if (!uri.getQuery().startsWith("api-version=")) {
        send(exchange, 400, error("MissingApiVersionParameter", "no api-version"));
      } else if (uri.getPath().equals(id)) {
        account(exchange, body);
      } else if (uri.getPath().equals(id + "/blobServices/default/containers")) {
        send(exchange, 200, page(uri));
      } else if (uri.getPath().equals(id + "/regenerateKey")) {
        send(exchange, 200, regenerated(JSON.readTree(body).path("keyName").asText()));
      } else {
        send(exchange, 404, error("ResourceNotFound", uri.getPath() + " was not found"));
      }
    }
  }

  private void account(HttpExchange exchange, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("PATCH")) {
      changes.add(new String(body, StandardCharsets.UTF_8));
      merge(account, JSON.readTree(body), ignoresNull);
    }
    send(exchange, 200, account);
  }

  private static void merge(ObjectNode into, JsonNode patch, boolean ignoresNull) {
    for (var member : patch.properties()) {
      var value = member.getValue();
      if (value.isNull()) {
        if (!ignoresNull) {
          into.remove(member.getKey());
        }
      } else if (value.isObject()) {
        merge(into.withObject("/" + member.getKey()), value, ignoresNull);
      } else {
        into.set(member.getKey(), value);
      }
    }
  }

  /// One container a page.
  private JsonNode page(URI uri) {
    var second = uri.getQuery().contains("skipToken");
    var page = JSON.createObjectNode();
    page.putArray("value").add(containers.get(second ? 1 : 0));
    if (!second) {
      page.put("nextLink", endpoint() + uri.toString() + "&$skipToken=container4052");
    }
    return page;
  }

  private JsonNode regenerated(String name) throws IOException {
    var keys = recorded("keys.json");
    newKey = java.util.UUID.randomUUID().toString();
    for (var key : keys.path("keys")) {
      if (key.path("keyName").asText().equals(name)) {
        ((ObjectNode) key).put("value", newKey);
      }
    }
    account.withObject("/properties/keyCreationTime").put(name, "2026-11-22T03:00:01.0000000Z");
    return keys;
  }

  private static JsonNode error(String code, String message) {
    var error = JSON.createObjectNode();
    error.putObject("error").put("code", code).put("message", message);
    return error;
  }

  private static void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
