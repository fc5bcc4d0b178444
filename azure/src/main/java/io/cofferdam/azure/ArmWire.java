package io.cofferdam.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.CallResult;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Requests to Azure Resource Manager and what follows them: the further pages of a list, and the
/// end of what the service only began (REST reference, "Asynchronous operations", "Request
/// limits").
final class ArmWire {
  /// The version of the storage resource provider that is spoken.
  private static final String VERSION = "2025-06-01";

  private static final int PAGES = 200;
  private static final int POLLS = 60;
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /// The id of a storage account: nothing else gets into a path.
  static final Pattern ACCOUNT =
      Pattern.compile(
          "/subscriptions/[0-9A-Fa-f-]{36}/resourceGroups/[-\\w._()]{1,90}"
              + "/providers/Microsoft\\.Storage/storageAccounts/[a-z0-9]{3,24}");

  private final AzureEndpoints endpoints;
  private final Supplier<String> token;
  private final AzureCalls.Sender sender;

  ArmWire(AzureEndpoints endpoints, Supplier<String> token, AzureCalls.Sender sender) {
    this.endpoints = endpoints;
    this.token = token;
    this.sender = sender;
  }

  CallResult send(Operation operation, JsonNode parameters) throws AzureCalls.Cut {
    var id = parameters.path("id").asText();
    if (!ACCOUNT.matcher(id).matches() || id.contains("..")) {
      throw new CofferdamBug("`" + id + "` is no storage account");
    }
    var place = endpoints.management().resolve(id + operation.suffix() + "?api-version=" + VERSION);
    var request = authorised(place);
    if (parameters.has("body")) {
      request
          .header("Content-Type", "application/json")
          .method(operation.method(), BodyPublishers.ofString(parameters.path("body").toString()));
    } else {
      request.method(operation.method(), BodyPublishers.noBody());
    }
    var reply = sender.send(request);
    if (reply.status() == 202) {
      return ended(reply);
    }
    return operation == Operation.LIST_CONTAINERS ? pages(reply) : result(operation, reply);
  }

  private HttpRequest.Builder authorised(URI place) {
    return HttpRequest.newBuilder(place)
        .header("Accept", "application/json")
        .header("Authorization", AzureCredentials.bearer(token));
  }

  private static CallResult result(Operation operation, Reply reply) {
    var id = reply.header("x-ms-request-id");
    var body = reply.json();
    if (reply.status() < 200 || reply.status() >= 300) {
      return Replies.refused(reply.status(), body, id);
    }
    if (!body.isObject()) {
      return new CallResult.Uncertain(
          "HTTP " + reply.status(), "the reply is not one of the service's own", id);
    }
    return new CallResult.Answered(kept(operation, body), id);
  }

  /// INVARIANT: no key leaves here. A new key is in the reply; who needs it reads it from the
  /// account.
  private static JsonNode kept(Operation operation, JsonNode body) {
    return operation == Operation.REGENERATE_KEY ? JsonNodeFactory.instance.objectNode() : body;
  }

  private CallResult pages(Reply first) throws AzureCalls.Cut {
    var all = JsonNodeFactory.instance.arrayNode();
    var reply = first;
    for (var page = 1; ; page++) {
      var result = result(Operation.LIST_CONTAINERS, reply);
      if (!(result instanceof CallResult.Answered(var body, var id))) {
        return result;
      }
      if (!(body.path("value") instanceof ArrayNode values)) {
        return new CallResult.Uncertain("Answer", "what came is no list", id);
      }
      all.addAll(values);
      var next = body.path("nextLink").asText("");
      if (next.isEmpty()) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        return new CallResult.Answered(list.set("value", all), id);
      }
      if (page == PAGES || !follow(next)) {
        return new CallResult.Uncertain("Answer", "the list goes on where it cannot be read", id);
      }
      reply = sender.send(authorised(URI.create(next)).GET());
    }
  }

  private boolean follow(String next) {
    try {
      return endpoints.ofManagement(new URI(next));
    } catch (java.net.URISyntaxException none) {
      return false;
    }
  }

  /// Waits for what was begun. `Azure-AsyncOperation` tells a status; `Location` answers 202 until
  /// the end. Whatever is told here, whoever asked reads the state again.
  private CallResult ended(Reply begun) throws AzureCalls.Cut {
    var id = begun.header("x-ms-request-id");
    var status = begun.header("Azure-AsyncOperation");
    var next = status.isEmpty() ? begun.header("Location") : status;
    var wait = begun.retryAfter(BETWEEN);
    for (var polled = 0; polled < POLLS && follow(next); polled++) {
      sender.rest(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
      var reply = sender.send(authorised(URI.create(next)).GET());
      wait = reply.retryAfter(BETWEEN);
      if (reply.status() == 202) {
        continue;
      }
      if (reply.status() < 200 || reply.status() >= 300) {
        return Replies.refused(reply.status(), reply.json(), id);
      }
      if (status.isEmpty()) {
        return new CallResult.Answered(JsonNodeFactory.instance.objectNode(), id);
      }
      switch (reply.json().path("status").asText()) {
        case "Succeeded" -> {
          return new CallResult.Answered(JsonNodeFactory.instance.objectNode(), id);
        }
        case "Failed", "Canceled" -> {
          return Replies.refused(409, reply.json(), id);
        }
        default -> {}
      }
    }
    return new CallResult.Uncertain("Begun", "how it ended was not told", id);
  }
}
