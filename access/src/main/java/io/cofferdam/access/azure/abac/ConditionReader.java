package io.cofferdam.access.azure.abac;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.azure.abac.ConditionToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads role assignment conditions (Microsoft Learn, "conditions-format").
///
/// AND and OR may not be mixed without parentheses: the documentation calls the order ambiguous.
/// Texts above 32,768 characters and nesting deeper than 64 are refused. Nothing is thrown.
public final class ConditionReader {
  private static final int MAX_CHARACTERS = 1 << 15;
  private static final int MAX_DEPTH = 64;

  private final List<ConditionToken> tokens;
  private int at;

  private ConditionReader(List<ConditionToken> tokens) {
    this.tokens = tokens;
  }

  public static ConditionReading read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return new ConditionReading.Refused(
          "the condition is too long [at most " + MAX_CHARACTERS + " characters]", 0);
    }
    try {
      ConditionReader reader = new ConditionReader(new ConditionLexer(text).tokens());
      Condition condition = reader.expression(0);
      reader.expect(Kind.END, "the end of the condition");
      return new ConditionReading.Read(condition);
    } catch (ConditionSyntaxException e) {
      return new ConditionReading.Refused(String.valueOf(e.getMessage()), e.at());
    }
  }

  private ConditionToken next() {
    return tokens.get(at);
  }

  private ConditionToken take() {
    ConditionToken token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  private ConditionToken expect(Kind kind, String what) throws ConditionSyntaxException {
    ConditionToken token = take();
    if (token.kind() != kind) {
      throw new ConditionSyntaxException("expected " + what, token.at());
    }
    return token;
  }

  private Condition expression(int depth) throws ConditionSyntaxException {
    if (depth > MAX_DEPTH) {
      throw new ConditionSyntaxException(
          "nested too deeply [at most " + MAX_DEPTH + " levels]", next().at());
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(unary(depth));
    Kind joint = next().kind();
    if (joint != Kind.AND && joint != Kind.OR) {
      return parts.get(0);
    }
    while (next().kind() == Kind.AND || next().kind() == Kind.OR) {
      ConditionToken token = take();
      if (token.kind() != joint) {
        throw new ConditionSyntaxException(
            "AND and OR side by side [parentheses must say which is first]", token.at());
      }
      parts.add(unary(depth));
    }
    return joint == Kind.AND ? new Condition.And(parts) : new Condition.Or(parts);
  }

  private Condition unary(int depth) throws ConditionSyntaxException {
    boolean negated = false;
    while (next().kind() == Kind.NOT) {
      take();
      negated = !negated;
    }
    Condition condition = primary(depth);
    return negated ? new Condition.Not(condition) : condition;
  }

  private Condition primary(int depth) throws ConditionSyntaxException {
    ConditionToken token = next();
    if (token.kind() == Kind.OPEN) {
      take();
      Condition inner = expression(depth + 1);
      expect(Kind.CLOSE, "a closing parenthesis");
      return inner;
    }
    if (token.kind() == Kind.WORD) {
      switch (token.text().toLowerCase(Locale.ROOT)) {
        case "actionmatches" -> {
          return new Condition.ActionMatches(functionArgument());
        }
        case "suboperationmatches" -> {
          return new Condition.SubOperationMatches(functionArgument());
        }
        case "exists" -> {
          take();
          return new Condition.Exists(attribute(expect(Kind.ATTRIBUTE, "an attribute")));
        }
        default -> {}
      }
    }
    return comparison();
  }

  private Pattern functionArgument() throws ConditionSyntaxException {
    take();
    expect(Kind.OPEN_SET, "`{` after the function's name");
    String text = expect(Kind.TEXT, "a quoted name").text();
    expect(Kind.CLOSE_SET, "`}`");
    return Pattern.globIgnoringCase(text);
  }

  private Condition comparison() throws ConditionSyntaxException {
    Operand left = operand();
    ConditionToken operator = expect(Kind.WORD, "an operator");
    String word = operator.text();
    int colon = word.indexOf(':');
    Quantifier quantifier = Quantifier.SINGLE;
    if (colon >= 0) {
      Optional<Quantifier> named = Quantifier.of(word.substring(0, colon));
      if (named.isEmpty()) {
        throw new ConditionSyntaxException(
            "an unknown cross product operator [expected ForAnyOfAnyValues, ForAllOfAnyValues,"
                + " ForAnyOfAllValues or ForAllOfAllValues]",
            operator.at());
      }
      quantifier = named.get();
    }
    Optional<Comparison.Written> written = Comparison.of(word.substring(colon + 1));
    if (written.isEmpty()) {
      throw new ConditionSyntaxException("an unknown operator", operator.at());
    }
    return new Condition.Compare(
        left, quantifier, written.get().comparison(), written.get().negated(), operand());
  }

  private Operand operand() throws ConditionSyntaxException {
    ConditionToken token = take();
    return switch (token.kind()) {
      case ATTRIBUTE -> new Operand.Of(attribute(token));
      case TEXT, WORD -> new Operand.Literal(List.of(token.text()));
      case OPEN_SET -> {
        List<String> values = new ArrayList<>();
        ConditionToken value = take();
        while (value.kind() == Kind.TEXT || value.kind() == Kind.WORD) {
          values.add(value.text());
          value = take();
          if (value.kind() == Kind.COMMA) {
            value = take();
          }
        }
        if (value.kind() != Kind.CLOSE_SET || values.isEmpty()) {
          throw new ConditionSyntaxException("expected values and `}`", value.at());
        }
        yield new Operand.Literal(values);
      }
      case OPEN, CLOSE, CLOSE_SET, COMMA, AND, OR, NOT, END ->
          throw new ConditionSyntaxException(
              "expected an attribute, a function or a value", token.at());
    };
  }

  private static Attribute attribute(ConditionToken token) throws ConditionSyntaxException {
    int bracket = token.text().indexOf('[');
    Optional<AttributeSource> source =
        AttributeSource.of(token.text().substring(0, bracket).strip());
    if (source.isEmpty()) {
      throw new ConditionSyntaxException(
          "an unknown attribute source [expected @Resource, @Request, @Principal or @Environment]",
          token.at());
    }
    return new Attribute(source.get(), token.text().substring(bracket + 1));
  }
}
