package io.cofferdam.access.aws.pattern;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A compiled wildcard pattern over UTF-16 units: literals, `?` (any one) and `*` (any run),
/// and the narrower kinds that ARN operators and known id formats need.
///
/// Matching takes at most pattern length times text length steps.
public final class Pattern {
  /// Any one character.
  public static final int ONE = -1;

  /// Any run of characters, also none.
  public static final int MANY = -2;

  /// Any one character but a colon.
  public static final int ONE_IN_FIELD = -3;

  /// Any run without a colon.
  public static final int MANY_IN_FIELD = -4;

  /// One decimal digit.
  public static final int DIGIT = -5;

  /// One digit or lower-case letter.
  public static final int ALPHANUMERIC = -6;

  private final int[] tokens;
  private final boolean ignoreCase;
  // what stands before the first wildcard, and, where that is the only one and `*`, after it
  private final String prefix;
  private final @Nullable String suffix;

  private Pattern(int[] tokens, boolean ignoreCase) {
    this.tokens = tokens;
    this.ignoreCase = ignoreCase;
    int first = 0;
    while (first < tokens.length && tokens[first] >= 0) {
      first++;
    }
    this.prefix = characters(tokens, 0, first);
    this.suffix = suffix(tokens, first);
  }

  private static String characters(int[] tokens, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      text.append((char) tokens[i]);
    }
    return text.toString();
  }

  private static @Nullable String suffix(int[] tokens, int first) {
    if (first == tokens.length || tokens[first] != MANY) {
      return null;
    }
    for (int i = first + 1; i < tokens.length; i++) {
      if (tokens[i] < 0) {
        return null;
      }
    }
    return characters(tokens, first + 1, tokens.length);
  }

  /// A pattern from tokens: characters (0 and above) or the constants of this class.
  public static Pattern ofTokens(int[] tokens, boolean ignoreCase) {
    int[] squeezed = new int[tokens.length];
    int length = 0;
    for (int token : tokens) {
      if (token == MANY && length > 0 && squeezed[length - 1] == MANY) {
        continue;
      }
      squeezed[length++] = ignoreCase && token >= 0 ? Ascii.lower((char) token) : token;
    }
    return new Pattern(Arrays.copyOf(squeezed, length), ignoreCase);
  }

  /// `*` and `?` as wildcards, all else literal.
  public static Pattern glob(String text) {
    return ofTokens(globTokens(text), false);
  }

  /// As [#glob], ignoring the case of ASCII letters.
  public static Pattern globIgnoringCase(String text) {
    return ofTokens(globTokens(text), true);
  }

  /// Every character literal.
  public static Pattern literal(String text) {
    return ofTokens(text.chars().toArray(), false);
  }

  static int[] globTokens(String text) {
    return text.chars().map(c -> c == '*' ? MANY : c == '?' ? ONE : c).toArray();
  }

  int[] tokens() {
    return tokens;
  }

  /// How many characters and wildcards it is made of.
  public int length() {
    return tokens.length;
  }

  boolean ignoresCase() {
    return ignoreCase;
  }

  /// Whether exactly one text matches, which is then [#text].
  public boolean isLiteral() {
    for (int token : tokens) {
      if (token < 0) {
        return false;
      }
    }
    return !ignoreCase;
  }

  /// Whether it has no wildcard, so that only texts of one spelling match.
  public boolean isPlain() {
    for (int token : tokens) {
      if (token < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether every text matches.
  public boolean matchesAll() {
    return tokens.length == 1 && tokens[0] == MANY;
  }

  public boolean matches(String text) {
    return matchesLower(ignoreCase ? Ascii.lower(text) : text);
  }

  /// As [#matches] for a text that is known to hold no capital letter of ASCII, or for a pattern
  /// that minds case.
  public boolean matchesLower(String text) {
    if (!text.startsWith(prefix)) {
      return false;
    }
    if (prefix.length() == tokens.length) {
      return text.length() == tokens.length;
    }
    if (suffix != null) {
      return text.length() >= prefix.length() + suffix.length() && text.endsWith(suffix);
    }
    int t = prefix.length();
    int p = t;
    int starPattern = -1;
    int starText = 0;
    while (t < text.length()) {
      if (p < tokens.length && isRun(tokens[p])) {
        starPattern = p++;
        starText = t;
      } else if (p < tokens.length && accepts(tokens[p], text.charAt(t))) {
        p++;
        t++;
      } else if (starPattern >= 0 && runAccepts(tokens[starPattern], text.charAt(starText))) {
        p = starPattern + 1;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (p < tokens.length && isRun(tokens[p])) {
      p++;
    }
    return p == tokens.length;
  }

  static boolean isRun(int token) {
    return token == MANY || token == MANY_IN_FIELD;
  }

  static boolean runAccepts(int token, char c) {
    return token == MANY || c != ':';
  }

  boolean accepts(int token, char c) {
    return switch (token) {
      case ONE -> true;
      case ONE_IN_FIELD -> c != ':';
      case DIGIT -> c >= '0' && c <= '9';
      case ALPHANUMERIC -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
      case MANY, MANY_IN_FIELD -> false;
      default -> token == (ignoreCase ? Ascii.lower(c) : c);
    };
  }

  /// A text made by putting a word for each run and one character for each wildcard of one;
  /// where the word suits the runs, it matches.
  public String filled(String word) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < tokens.length; i++) {
      switch (tokens[i]) {
        case MANY -> text.append(word);
        // the rest of a field is left empty, a whole field is not
        case MANY_IN_FIELD -> text.append(i > 0 && tokens[i - 1] == ':' ? word : "");
        case DIGIT -> text.append('9');
        case ONE -> {
          boolean beforeRun = i + 1 < tokens.length && tokens[i + 1] == MANY;
          text.append(beforeRun && !word.isEmpty() ? "" : "x");
        }
        case ONE_IN_FIELD, ALPHANUMERIC -> text.append('x');
        default -> text.append((char) tokens[i]);
      }
    }
    return text.toString();
  }

  /// The pattern as policies write it.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int token : tokens) {
      switch (token) {
        case MANY, MANY_IN_FIELD -> text.append('*');
        case ONE, ONE_IN_FIELD, DIGIT, ALPHANUMERIC -> text.append('?');
        default -> text.append((char) token);
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pattern that
        && ignoreCase == that.ignoreCase
        && Arrays.equals(tokens, that.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens) * 31 + Boolean.hashCode(ignoreCase);
  }
}
