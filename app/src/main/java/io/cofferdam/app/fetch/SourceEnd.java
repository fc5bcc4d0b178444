package io.cofferdam.app.fetch;

import io.cofferdam.posture.spi.CallOutcome;
import java.util.regex.Pattern;

/// How the asking of one source, or of one kind of sources, ended.
///
/// @param outcome conclusive where all of it was told
/// @param why empty where it was
record SourceEnd(String what, CallOutcome outcome, String why) {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

  /// On one line: names of folders and the words of services may hold anything.
  String words() {
    return CONTROL.matcher(plain()).replaceAll("?");
  }

  private String plain() {
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
