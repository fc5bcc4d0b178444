package io.cofferdam.azure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;

/// A reply, read whole.
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, HttpHeaders headers, byte[] body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// Its value, or empty.
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// The body as JSON; missing where it is none.
  JsonNode json() {
    try {
      var read = JSON.readTree(body);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    } catch (IOException impossible) {
      throw new CofferdamBug("bytes can be read", impossible);
    }
  }

  /// How long the service wants to be left alone, in whole seconds.
  ///
  /// @param otherwise where it does not say, or not in seconds
  Duration retryAfter(Duration otherwise) {
    var seconds = header("Retry-After");
    return seconds.matches("[0-9]{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : otherwise;
  }
}
