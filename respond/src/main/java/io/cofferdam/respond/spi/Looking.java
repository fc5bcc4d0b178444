package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads for an act; what could not be read is kept, so that the state counts as unread.
public interface Looking {
  /// The answer's body; missing where there is nothing of the kind or the call failed.
  JsonNode body(ActCall call);
}
