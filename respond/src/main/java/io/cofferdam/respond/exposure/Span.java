package io.cofferdam.respond.exposure;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.time.Window;

/// A span of time in which no setting of a resource changes, and what follows for an audience.
interface Span {
  Window window();

  /// Whether every change that matters would have been seen.
  boolean covered();

  /// What would make it covered.
  default String wanting() {
    return SpanRows.DIGESTS;
  }

  /// What keeps a covered span from being as it looks.
  default String unsettled() {
    return "a change just before may still take effect";
  }

  /// What is proved, with the changes it rests on.
  Judgement certain(Audience audience);

  /// What it looks like by what was seen, with the changes it rests on.
  Judgement apparent(Audience audience);

  /// Whether nothing that decides can have changed within it, so that one access that succeeded
  /// proves the whole span.
  boolean constant(Audience audience);
}
