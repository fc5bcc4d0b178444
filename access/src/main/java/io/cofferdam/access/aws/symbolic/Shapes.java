package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;

/// Patterns of known id formats.
public final class Shapes {
  private Shapes() {}

  /// `#` a digit, `~` a digit or small letter, `^` any one character, `*` any run, `%` any run
  /// without a colon.
  public static Pattern of(String shape) {
    return Pattern.ofTokens(
        shape
            .chars()
            .map(
                c ->
                    switch (c) {
                      case '#' -> Pattern.DIGIT;
                      case '~' -> Pattern.ALPHANUMERIC;
                      case '^' -> Pattern.ONE;
                      case '%' -> Pattern.MANY_IN_FIELD;
                      case '*' -> Pattern.MANY;
                      default -> c;
                    })
            .toArray(),
        false);
  }
}
