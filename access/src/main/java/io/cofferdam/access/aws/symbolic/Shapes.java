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

  /// Ids of organisations, or paths that begin with one: `o-` and 10 to 32 small letters and digits
  /// (AWS Organizations API Reference, Organization; IAM User Guide, aws:PrincipalOrgPaths). Where
  /// any caller is asked for, ids that are made up or shortened do too.
  static Pattern organisation(boolean anybodys, boolean path) {
    return of((anybodys ? "o-^*" : "o-~~~~~~~~~~*") + (path ? "/r-*" : ""));
  }
}
