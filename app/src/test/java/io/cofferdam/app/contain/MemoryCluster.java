package io.cofferdam.app.contain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The part of the Kubernetes API that the acts use, over HTTP: objects by their paths, with
/// versions, merge patches (RFC 7386) and conflicts, answered in the API's own words. It is written
/// by us, and neither checks an object against its schema nor does anything with it.
final class MemoryCluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, ObjectNode> objects = new TreeMap<>();
  private int version = 100;

  MemoryCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Puts an object in its place, as its own controllers would.
  void put(String path, ObjectNode object) {
    object
        .withObject("/metadata")
        .put("uid", UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString());
    keep(path, object);
  }

  private void keep(String path, ObjectNode object) {
    object.withObject("/metadata").put("resourceVersion", Integer.toString(version++));
    objects.put(path, object);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var body = JSON.readTree(exchange.getRequestBody());
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "GET" -> get(exchange, path);
        case "POST" -> create(exchange, path, (ObjectNode) body);
        case "PATCH" -> patch(exchange, path, body);
        case "DELETE" -> delete(exchange, path);
        default -> send(exchange, 405, status("MethodNotAllowed", ""));
      }
    }
  }

  private void get(HttpExchange exchange, String path) throws IOException {
    if (objects.containsKey(path)) {
      send(exchange, 200, objects.get(path));
    } else if (path.endsWith("networkpolicies")) {
      var list = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "List");
      var items = list.putArray("items");
      objects.forEach(
          (place, object) -> {
            if (place.startsWith(path + "/")) {
              items.add(object);
            }
          });
      send(exchange, 200, list);
    } else {
      send(exchange, 404, status("NotFound", path.substring(path.lastIndexOf('/') + 1)));
    }
  }

  private void create(HttpExchange exchange, String path, ObjectNode object) throws IOException {
    var place = path + "/" + object.at("/metadata/name").asText();
    if (objects.containsKey(place)) {
      send(exchange, 409, status("AlreadyExists", object.at("/metadata/name").asText()));
    } else {
      put(place, object);
      send(exchange, 201, object);
    }
  }

  private void patch(HttpExchange exchange, String path, JsonNode patch) throws IOException {
    var object = objects.get(path);
    var asked = patch.at("/metadata/resourceVersion").asText("");
    if (object == null) {
      send(exchange, 404, status("NotFound", path.substring(path.lastIndexOf('/') + 1)));
    } else if (!asked.isEmpty() && !asked.equals(object.at("/metadata/resourceVersion").asText())) {
      send(exchange, 409, status("Conflict", object.at("/metadata/name").asText()));
    } else {
      merge(object, patch);
      keep(path, object);
      send(exchange, 200, object);
    }
  }

  private static void merge(ObjectNode into, JsonNode patch) {
    for (var member : patch.properties()) {
      if (member.getValue().isNull()) {
        into.remove(member.getKey());
      } else if (member.getValue().isObject()) {
        merge(
            into.withObject("/" + member.getKey().replace("~", "~0").replace("/", "~1")),
            member.getValue());
      } else {
        into.set(member.getKey(), member.getValue());
      }
    }
  }

  private void delete(HttpExchange exchange, String path) throws IOException {
    var name = path.substring(path.lastIndexOf('/') + 1);
    if (objects.remove(path) == null) {
      send(exchange, 404, status("NotFound", name));
    } else {
      send(exchange, 200, status("", name).put("status", "Success"));
    }
  }

  private static ObjectNode status(String reason, String name) {
    var status =
        JSON.createObjectNode()
            .put("kind", "Status")
            .put("apiVersion", "v1")
            .put("status", "Failure")
            .put("reason", reason);
    if (!name.isEmpty()) {
      status.putObject("details").put("name", name);
    }
    return status;
  }

  private static void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
