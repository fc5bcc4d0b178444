package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.JsonNode;

/// Reads for an act; what could not be read is kept, so that the state counts as unread.
public interface Looking {
  /// The answer's body; missing where there is nothing of the kind or the call failed.
  JsonNode body(ActCall call);

  /// Says that a later reading of the same state will make a call that this one may not: once the
  /// act made something, it is read too.
  void foresee(ActCall call);
}
