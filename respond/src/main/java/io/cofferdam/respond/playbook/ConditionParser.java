package io.cofferdam.respond.playbook;

import io.cofferdam.respond.playbook.Condition.Operand;
import io.cofferdam.respond.playbook.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a condition such as `__exposure__:value = 'closed' AND NOT __open__:value IN ('a', 'b')`.
final class ConditionParser {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_DEPTH = 20;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\G\\s*+(?:(?<variable>__[A-Za-z_][A-Za-z0-9_-]*+:value)|(?<text>'[^']*+')"
              + "|(?<number>-?[0-9]++)|(?<word>[A-Za-z]++)|(?<sign>==|!=|<=|>=|[=<>(),]))");

  private final List<String> tokens = new ArrayList<>();
  private int next;

  /// Why a text is no condition.
  static final class Unparsable extends Exception {
    private static final long serialVersionUID = 1L;

    Unparsable(String words) {
      super(words, null, false, false);
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  private ConditionParser() {}

  static Condition parse(String text) throws Unparsable {
    if (text.length() > MAX_LENGTH) {
      throw new Unparsable("has `" + text.length() + "` characters [at most " + MAX_LENGTH + "]");
    }
    var parser = new ConditionParser();
    var matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      parser.tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new Unparsable(
          "cannot be read from `" + Shown.of(text.substring(end).strip()) + "` on");
    }
    var condition = parser.any(0);
    if (parser.next < parser.tokens.size()) {
      throw new Unparsable(
          "goes on with `" + parser.tokens.get(parser.next) + "` [AND, OR, or its end]");
    }
    return condition;
  }

  private Condition any(int depth) throws Unparsable {
    if (depth > MAX_DEPTH) {
      throw new Unparsable("is nested too deep [at most " + MAX_DEPTH + "]");
    }
    var left = all(depth);
    while (takes("OR")) {
      left = new Condition.Any(left, all(depth));
    }
    return left;
  }

  private Condition all(int depth) throws Unparsable {
    var left = not(depth);
    while (takes("AND")) {
      left = new Condition.All(left, not(depth));
    }
    return left;
  }

  private Condition not(int depth) throws Unparsable {
    if (takes("NOT")) {
      if (depth > MAX_DEPTH) {
        throw new Unparsable("is nested too deep [at most " + MAX_DEPTH + "]");
      }
      return new Condition.Not(not(depth + 1));
    }
    if (takes("(")) {
      var inner = any(depth + 1);
      expect(")");
      return inner;
    }
    return compare();
  }

  private Condition compare() throws Unparsable {
    var left = operand();
    var operator = operator();
    if (operator != Operator.IN) {
      return new Condition.Compare(left, operator, List.of(operand()));
    }
    expect("(");
    var right = new ArrayList<Operand>();
    do {
      right.add(operand());
    } while (takes(","));
    expect(")");
    return new Condition.Compare(left, operator, right);
  }

  private Operator operator() throws Unparsable {
    var token = take("=, !=, <, <=, >, >= or IN");
    return switch (token) {
      case "=", "==" -> Operator.EQUAL;
      case "!=" -> Operator.DIFFERENT;
      case "<" -> Operator.LESS;
      case "<=" -> Operator.AT_MOST;
      case ">" -> Operator.MORE;
      case ">=" -> Operator.AT_LEAST;
      case "IN" -> Operator.IN;
      default -> throw new Unparsable("compares by `" + token + "` [=, !=, <, <=, >, >= or IN]");
    };
  }

  private Operand operand() throws Unparsable {
    var token = take("a variable `__name__:value`, a text in single quotes, or a whole number");
    if (token.endsWith(":value")) {
      return new Operand(token.substring(0, token.length() - ":value".length()), true);
    }
    if (token.startsWith("'")) {
      return new Operand(token.substring(1, token.length() - 1), false);
    }
    if (token.matches("-?[0-9]+") || token.equals("true") || token.equals("false")) {
      return new Operand(token, false);
    }
    throw new Unparsable(
        "compares `"
            + Shown.of(token)
            + "` [a variable `__name__:value`, a text in single quotes, or a whole number]");
  }

  private boolean takes(String token) {
    if (next < tokens.size() && tokens.get(next).equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String token) throws Unparsable {
    if (!takes(token)) {
      throw new Unparsable(
          "has "
              + (next < tokens.size() ? "`" + Shown.of(tokens.get(next)) + "`" : "its end")
              + " where `"
              + token
              + "` is expected");
    }
  }

  private String take(String expected) throws Unparsable {
    if (next == tokens.size()) {
      throw new Unparsable("ends too early [" + expected + "]");
    }
    return tokens.get(next++);
  }
}
