package io.cofferdam.respond.reads;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.time.Window;
import java.util.List;

/// What a usage report meters in one span (an hour as a rule), and what the logs tell of it.
///
/// @param gets metered reads of content; `copies` metered copies; both include those that failed
/// @param bytes metered bytes out, over every way out that the report names
/// @param loggedGets reads of content that succeeded, by whomever, each counted once
/// @param loggedBytes bytes that the logs say were sent, as far as they say
public record MeteredSpan(
    Window span,
    long gets,
    long copies,
    long bytes,
    long loggedGets,
    long loggedCopies,
    long loggedBytes,
    List<EventRef> rows) {
  public MeteredSpan {
    rows = List.copyOf(rows);
  }

  /// Reads that happened and are in no log, at most.
  public long missingReads() {
    return Math.max(0, gets - loggedGets) + Math.max(0, copies - loggedCopies);
  }

  public long missingBytes() {
    return Math.max(0, bytes - loggedBytes);
  }

  /// Whether the logs tell of more than was metered: clocks differ, or the report is not whole.
  public boolean contradicted() {
    return loggedGets > gets || loggedCopies > copies;
  }
}
