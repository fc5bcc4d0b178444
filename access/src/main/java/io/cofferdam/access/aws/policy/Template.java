package io.cofferdam.access.aws.policy;

import io.cofferdam.access.aws.pattern.Ascii;
import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A text of a policy that may hold policy variables (IAM policy elements: Variables and tags):
/// `${aws:username}`, `${aws:username, 'anonymous'}`, and `${*}`, `${?}`, `${$}` for those
/// characters themselves.
public final class Template {

  /// A piece of a template.
  public sealed interface Piece {

    /// Text in which `*` and `?` are wildcards where the operator knows wildcards.
    record Plain(String text) implements Piece {}

    /// Text taken as it stands.
    record Escaped(String text) implements Piece {}

    /// The value of a context key in lower case, with what stands for it when it is absent.
    record Variable(String key, Optional<String> orElse) implements Piece {}
  }

  private final String source;
  private final List<Piece> pieces;
  private final List<String> variables;
  // made when first asked for; every thread would make the same
  private @Nullable String text;
  private @Nullable Pattern pattern;
  private @Nullable Pattern arnPattern;

  private Template(String source, List<Piece> pieces) {
    this.source = source;
    this.pieces = List.copyOf(pieces);
    this.variables = variables(pieces);
  }

  public static Template of(String source, PolicyVersion version) {
    if (!version.resolvesVariables() || source.indexOf("${") < 0) {
      return new Template(source, List.of(new Piece.Plain(source)));
    }
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < source.length()) {
      int open = source.indexOf("${", from);
      int close = open < 0 ? -1 : source.indexOf('}', open + 2);
      if (close < 0) {
        pieces.add(new Piece.Plain(source.substring(from)));
        break;
      }
      if (open > from) {
        pieces.add(new Piece.Plain(source.substring(from, open)));
      }
      pieces.add(variable(source.substring(open + 2, close)));
      from = close + 1;
    }
    return new Template(source, pieces);
  }

  /// A text taken as it stands.
  public static Template literal(String text) {
    return new Template(text, List.of(new Piece.Escaped(text)));
  }

  private static Piece variable(String inside) {
    String trimmed = inside.strip();
    if (trimmed.equals("*") || trimmed.equals("?") || trimmed.equals("$")) {
      return new Piece.Escaped(trimmed);
    }
    int comma = trimmed.indexOf(',');
    String key = (comma < 0 ? trimmed : trimmed.substring(0, comma)).strip();
    Optional<String> orElse = Optional.empty();
    if (comma >= 0) {
      String quoted = trimmed.substring(comma + 1).strip();
      if (quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'")) {
        orElse = Optional.of(quoted.substring(1, quoted.length() - 1));
      }
    }
    return new Piece.Variable(Ascii.lower(key), orElse);
  }

  /// The text as the policy writes it.
  public String source() {
    return source;
  }

  public List<Piece> pieces() {
    return pieces;
  }

  /// The keys of its variables, in lower case.
  public List<String> variables() {
    return variables;
  }

  private static List<String> variables(List<Piece> pieces) {
    List<String> keys = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Variable(String key, Optional<String> orElse)) {
        keys.add(key);
      }
    }
    return List.copyOf(keys);
  }

  /// With every variable replaced by its value or its default; empty when one has neither.
  public Optional<Template> resolve(Function<String, Optional<String>> values) {
    if (variables.isEmpty()) {
      return Optional.of(this);
    }
    List<Piece> resolved = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Variable(String key, Optional<String> orElse)) {
        Optional<String> value = values.apply(key).or(() -> orElse);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        resolved.add(new Piece.Escaped(value.get()));
      } else {
        resolved.add(piece);
      }
    }
    return Optional.of(new Template(source, resolved));
  }

  /// The text without wildcard meaning; a variable left over stands for nothing.
  public String text() {
    String known = text;
    if (known == null) {
      known = joined();
      text = known;
    }
    return known;
  }

  private String joined() {
    StringBuilder joined = new StringBuilder();
    for (Piece piece : pieces) {
      joined.append(
          switch (piece) {
            case Piece.Plain(String plain) -> plain;
            case Piece.Escaped(String escaped) -> escaped;
            case Piece.Variable v -> "";
          });
    }
    return joined.toString();
  }

  /// The pattern it makes; a variable left over stands for any text.
  public Pattern pattern() {
    Pattern known = pattern;
    if (known == null) {
      known = Pattern.ofTokens(tokens(), false);
      pattern = known;
    }
    return known;
  }

  /// The pattern of its ARN, in which wildcards of the first five fields do not cross a colon.
  /// Where there are fewer than six fields and the last ends in `*`, that runs on over the
  /// rest.
  public Pattern arnPattern() {
    Pattern known = arnPattern;
    if (known == null) {
      known = fieldwise();
      arnPattern = known;
    }
    return known;
  }

  private Pattern fieldwise() {
    int[] tokens = tokens();
    int fields = 1;
    for (int token : tokens) {
      fields += token == ':' ? 1 : 0;
    }
    int lastField = Math.min(fields, 6);
    int field = 1;
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i] == ':') {
        field++;
      } else if (field < lastField || (fields < 6 && i < tokens.length - 1)) {
        tokens[i] =
            tokens[i] == Pattern.MANY
                ? Pattern.MANY_IN_FIELD
                : tokens[i] == Pattern.ONE ? Pattern.ONE_IN_FIELD : tokens[i];
      }
    }
    return Pattern.ofTokens(tokens, false);
  }

  private int[] tokens() {
    int[] tokens = new int[0];
    for (Piece piece : pieces) {
      int[] more =
          switch (piece) {
            case Piece.Plain(String plain) ->
                plain
                    .chars()
                    .map(c -> c == '*' ? Pattern.MANY : c == '?' ? Pattern.ONE : c)
                    .toArray();
            case Piece.Escaped(String escaped) -> escaped.chars().toArray();
            case Piece.Variable v -> new int[] {Pattern.MANY};
          };
      int[] joined = java.util.Arrays.copyOf(tokens, tokens.length + more.length);
      System.arraycopy(more, 0, joined, tokens.length, more.length);
      tokens = joined;
    }
    return tokens;
  }

  @Override
  public String toString() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template that
        && source.equals(that.source)
        && pieces.equals(that.pieces);
  }

  @Override
  public int hashCode() {
    return pieces.hashCode();
  }
}
