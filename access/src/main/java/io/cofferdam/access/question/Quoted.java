package io.cofferdam.access.question;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// Texts from a question as they may stand in an answer.
final class Quoted {
  private static final int LONGEST = 64;

  private Quoted() {}

  /// As a JSON string.
  static String json(String text) {
    return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
  }

  /// Short enough for a message and free of control characters.
  static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", "?");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
  }
}
