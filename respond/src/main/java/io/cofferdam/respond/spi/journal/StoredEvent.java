package io.cofferdam.respond.spi.journal;

import java.time.Instant;

/// An event as it is kept.
///
/// @param kind such as `noted`
/// @param json its canonical form, one line
public record StoredEvent(String kind, Instant at, String json) {}
