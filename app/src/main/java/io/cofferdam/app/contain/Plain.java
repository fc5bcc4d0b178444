package io.cofferdam.app.contain;

/// Text of others, made fit for a terminal: what a policy or an error message holds may be meant to
/// mislead who reads it.
final class Plain {
  private static final int LONGEST = 4_000;

  private Plain() {}

  /// One line without characters that are not seen or that move others about.
  static String line(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
