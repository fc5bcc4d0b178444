package io.cofferdam.access.aws.pattern;

/// Letter case as the policy language knows it: only A to Z and a to z are the same letters. What
/// Unicode folds beside (the Kelvin sign, the long s) stays apart, so that no look-alike of an
/// action or of a condition key matches it.
public final class Ascii {
  private Ascii() {}

  /// With A to Z as a to z; the same object where there is none.
  public static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUpper(text.charAt(i))) {
        return lowerFrom(text, i);
      }
    }
    return text;
  }

  private static String lowerFrom(String text, int from) {
    char[] chars = text.toCharArray();
    for (int i = from; i < chars.length; i++) {
      chars[i] = lower(chars[i]);
    }
    return new String(chars);
  }

  static char lower(char c) {
    return isUpper(c) ? (char) (c + 32) : c;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
