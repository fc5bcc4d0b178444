package io.cofferdam.access.aws.pattern;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/// The characters worth trying: those that patterns name, and of each kind that a pattern can
/// tell apart one that none names.
final class Alphabet {
  private final BitSet named = new BitSet();
  private final StringBuilder letters = new StringBuilder();

  private Alphabet() {}

  /// Unnamed characters first, so that texts found look natural.
  static char[] of(List<Pattern> patterns) {
    Alphabet alphabet = new Alphabet();
    boolean classes = false;
    for (Pattern pattern : patterns) {
      for (int token : pattern.tokens()) {
        if (token >= 0) {
          alphabet.named.set(token);
          if (pattern.ignoresCase()) {
            alphabet.named.set(Character.toUpperCase((char) token));
          }
        } else if (token == Pattern.DIGIT || token == Pattern.ALPHANUMERIC) {
          classes = true;
        } else if (token == Pattern.ONE_IN_FIELD || token == Pattern.MANY_IN_FIELD) {
          alphabet.named.set(':');
        }
      }
    }
    if (classes) {
      alphabet.addUnnamed("xyzwvutsrqponmlkjihgfedcba", c -> c >= 'a' && c <= 'z');
      alphabet.addUnnamed("7946538210", c -> c >= '0' && c <= '9');
      alphabet.addUnnamed("_XYZ", c -> !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'));
    } else {
      alphabet.addUnnamed("xyzwvutsrqponmlkjihgfedcba7946538210_XYZ", c -> true);
    }
    alphabet.named.stream().forEach(c -> alphabet.letters.append((char) c));
    return alphabet.letters.toString().toCharArray();
  }

  private void addUnnamed(String preferred, IntPredicate kind) {
    for (int i = 0; i < preferred.length(); i++) {
      if (!named.get(preferred.charAt(i))) {
        letters.append(preferred.charAt(i));
        return;
      }
    }
    for (int c = ' ' + 1; c < Character.MIN_SURROGATE; c++) {
      if (kind.test(c) && !named.get(c) && c != ':') {
        letters.append((char) c);
        return;
      }
    }
  }
}
