package io.cofferdam.respond.spi.journal;

import java.time.Instant;

/// A case in a list.
///
/// @param version how many events it has
/// @param latest the time of its last event
public record CaseHead(String caseId, int version, Instant latest) {}
