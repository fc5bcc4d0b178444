package io.cofferdam.app.contain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/// An account of the stand-in that can be furnished by calls in their own words.
///
/// @param endpoint where the stand-in listens; only what bodies are sent to needs it
record MotoAccount(AwsActuator calls, Optional<URI> endpoint) {
  static final String REGION = "eu-central-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Lets everything be called, to furnish the account.
  private static final Permit FURNISH =
      new Permit() {
        @Override
        public boolean covers(ActCall call) {
          return true;
        }

        @Override
        public List<Permission> permissions() {
          return List.of();
        }
      };

  MotoAccount(AwsActuator calls) {
    this(calls, Optional.empty());
  }

  /// Writes an object, and tells its version.
  ///
  /// @param headers names and values in turn
  String object(String bucket, String key, String... headers) {
    var request =
        HttpRequest.newBuilder(endpoint().orElseThrow().resolve("/" + bucket + "/" + key))
            .PUT(HttpRequest.BodyPublishers.ofString("invented order of an invented customer"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return answer
          .headers()
          .firstValue("x-amz-version-id")
          .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(key, failed);
    }
  }

  JsonNode call(String service, String operation, String parameters) {
    var region = service.equals("iam") ? "" : REGION;
    var call =
        new ActCall(service, operation, region, json(parameters), new Permission("test", "*"));
    return switch (calls.change(call, FURNISH)) {
      case CallResult.Answered(var body, _) -> body;
      case CallResult other -> throw new AssertionError(call.words() + ": " + other);
    };
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"').replace("@", MotoServer.ACCOUNT));
    } catch (JsonProcessingException bad) {
      throw new AssertionError(text, bad);
    }
  }
}
