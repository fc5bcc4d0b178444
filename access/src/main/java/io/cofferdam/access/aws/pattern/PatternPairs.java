package io.cofferdam.access.aws.pattern;

/// Quick questions about two patterns, in time of the product of their lengths.
public final class PatternPairs {
  private PatternPairs() {}

  /// Whether some text matches both. Exact.
  public static boolean meet(Pattern one, Pattern two) {
    int[] left = one.tokens();
    int[] right = two.tokens();
    boolean[] row = new boolean[right.length + 1];
    // row[j]: the rest of left from i and the rest of right from j have a text in common
    for (int i = left.length; i >= 0; i--) {
      boolean diagonal = false;
      for (int j = right.length; j >= 0; j--) {
        boolean below = row[j];
        boolean meet;
        if (i == left.length && j == right.length) {
          meet = true;
        } else {
          boolean leftRun = i < left.length && Pattern.isRun(left[i]);
          boolean rightRun = j < right.length && Pattern.isRun(right[j]);
          boolean beside = j < right.length && row[j + 1];
          meet =
              (leftRun && (below || (j < right.length && beside && overlap(one, i, two, j))))
                  || (rightRun && (beside || (i < left.length && below && overlap(one, i, two, j))))
                  || (i < left.length
                      && j < right.length
                      && !leftRun
                      && !rightRun
                      && diagonal
                      && overlap(one, i, two, j));
        }
        diagonal = below;
        row[j] = meet;
      }
    }
    return row[0];
  }

  /// Whether one character can be taken by both tokens.
  private static boolean overlap(Pattern one, int i, Pattern two, int j) {
    int left = one.tokens()[i];
    int right = two.tokens()[j];
    if (left >= 0 && right >= 0) {
      return one.accepts(left, (char) right)
          || two.accepts(right, (char) left)
          || (one.accepts(left, Character.toUpperCase((char) right))
              && two.accepts(right, Character.toUpperCase((char) right)));
    }
    if (left >= 0) {
      return takes(two, right, (char) left)
          || (one.ignoresCase() && takes(two, right, Character.toUpperCase((char) left)));
    }
    if (right >= 0) {
      return takes(one, left, (char) right)
          || (two.ignoresCase() && takes(one, left, Character.toUpperCase((char) right)));
    }
    return true;
  }

  private static boolean takes(Pattern pattern, int token, char c) {
    return Pattern.isRun(token) ? Pattern.runAccepts(token, c) : pattern.accepts(token, c);
  }

  /// Whether every text of the narrower matches the wider. True is certain; false may be a
  /// failure to see it, where `?` stands beside `*` or one pattern ignores case and the other not.
  public static boolean surelyIncludes(Pattern wider, Pattern narrower) {
    if (narrower.ignoresCase() && !wider.ignoresCase()) {
      return wider.matchesAll();
    }
    int[] wide = wider.tokens();
    int[] narrow = narrower.tokens();
    // row[j]: the rest of narrow from i is within the rest of wide from j
    boolean[] row = new boolean[wide.length + 1];
    for (int i = narrow.length; i >= 0; i--) {
      boolean diagonal = false;
      for (int j = wide.length; j >= 0; j--) {
        boolean below = row[j];
        boolean within;
        if (j == wide.length) {
          within = i == narrow.length;
        } else if (Pattern.isRun(wide[j])) {
          within = row[j + 1] || (i < narrow.length && below && covers(wider, wide[j], narrow[i]));
        } else {
          within =
              i < narrow.length
                  && !Pattern.isRun(narrow[i])
                  && diagonal
                  && covers(wider, wide[j], narrow[i]);
        }
        diagonal = below;
        row[j] = within;
      }
    }
    return row[0];
  }

  /// Whether every character of the narrow token is taken by the wide one.
  private static boolean covers(Pattern wider, int wide, int narrow) {
    if (narrow >= 0) {
      return takes(wider, wide, (char) narrow);
    }
    return switch (wide) {
      case Pattern.MANY, Pattern.ONE -> true;
      case Pattern.MANY_IN_FIELD, Pattern.ONE_IN_FIELD ->
          narrow == Pattern.DIGIT
              || narrow == Pattern.ALPHANUMERIC
              || narrow == Pattern.ONE_IN_FIELD
              || narrow == Pattern.MANY_IN_FIELD;
      case Pattern.ALPHANUMERIC -> narrow == Pattern.DIGIT || narrow == Pattern.ALPHANUMERIC;
      case Pattern.DIGIT -> narrow == Pattern.DIGIT;
      default -> false;
    };
  }
}
