package io.cofferdam.app.fetch;

import io.cofferdam.posture.spi.CallOutcome;

/// How the asking of one source, or of one kind of sources, ended.
///
/// @param outcome conclusive where all of it was told
/// @param why empty where it was
record SourceEnd(String what, CallOutcome outcome, String why) {
  String words() {
    return what
        + ": "
        + switch (outcome) {
          case DENIED -> "denied";
          case UNSUPPORTED -> "not supported there";
          case UNREACHED -> "not asked";
          case FAILED -> "failed";
          case ANSWERED, ABSENT -> "read";
        }
        + (why.isEmpty() ? "" : " (" + why + ")");
  }
}
