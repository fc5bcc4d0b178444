package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.JsonNode;

/// What a step makes true of the state.
///
/// @param pointer the place in the [ActState] (RFC 6901)
/// @param value what stands there afterwards; missing where nothing does. A text `$state:/pointer`
///     in it stands for what the state has there; the text `$new` for an identifier that is not
///     known before, `$any` for something that nobody goes by
public record Made(String pointer, JsonNode value) {
  /// Stands for an identifier that the cloud will give.
  public static final String NEW = "$new";

  /// Stands for whatever there may be, also nothing.
  public static final String ANY = "$any";
}
