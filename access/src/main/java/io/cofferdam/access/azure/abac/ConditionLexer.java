package io.cofferdam.access.azure.abac;

import io.cofferdam.access.azure.abac.ConditionToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a condition into tokens.
final class ConditionLexer {
  private final String text;
  private int at;

  ConditionLexer(String text) {
    this.text = text;
  }

  List<ConditionToken> tokens() throws ConditionSyntaxException {
    List<ConditionToken> tokens = new ArrayList<>();
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at >= text.length()) {
        tokens.add(new ConditionToken(Kind.END, "", at));
        return tokens;
      }
      tokens.add(token());
    }
  }

  private ConditionToken token() throws ConditionSyntaxException {
    int start = at;
    char c = text.charAt(at);
    Kind single =
        switch (c) {
          case '(' -> Kind.OPEN;
          case ')' -> Kind.CLOSE;
          case '{' -> Kind.OPEN_SET;
          case '}' -> Kind.CLOSE_SET;
          case ',' -> Kind.COMMA;
          case '!' -> Kind.NOT;
          default -> Kind.END;
        };
    if (single != Kind.END) {
      at++;
      return new ConditionToken(single, String.valueOf(c), start);
    }
    if (text.startsWith("&&", at) || text.startsWith("||", at)) {
      at += 2;
      return new ConditionToken(c == '&' ? Kind.AND : Kind.OR, text.substring(start, at), start);
    }
    if (c == '\'') {
      return quoted();
    }
    if (c == '@') {
      return attribute();
    }
    return word();
  }

  private ConditionToken quoted() throws ConditionSyntaxException {
    int start = at++;
    int end = text.indexOf('\'', at);
    if (end < 0) {
      throw new ConditionSyntaxException("a text without its closing quote", start);
    }
    at = end + 1;
    return new ConditionToken(Kind.TEXT, text.substring(start + 1, end), start);
  }

  private ConditionToken attribute() throws ConditionSyntaxException {
    int start = at;
    int open = text.indexOf('[', at);
    int close = open < 0 ? -1 : text.indexOf(']', open);
    if (close < 0) {
      throw new ConditionSyntaxException("an attribute without `[name]`", start);
    }
    at = close + 1;
    return new ConditionToken(Kind.ATTRIBUTE, text.substring(start, close), start);
  }

  private ConditionToken word() throws ConditionSyntaxException {
    int start = at;
    while (at < text.length() && wordly(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new ConditionSyntaxException("a character that conditions do not use", start);
    }
    String word = text.substring(start, at);
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "and" -> new ConditionToken(Kind.AND, word, start);
      case "or" -> new ConditionToken(Kind.OR, word, start);
      case "not" -> new ConditionToken(Kind.NOT, word, start);
      default -> new ConditionToken(Kind.WORD, word, start);
    };
  }

  private static boolean wordly(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == ':'
        || c == '-'
        || c == '.'
        || c == '_';
  }
}
