package io.cofferdam.logs.database.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a statement into words, names and signs; strings, numbers and comments lose their text.
/// PostgreSQL: manual section 4.1 "Lexical Structure"; MySQL: manual section 11.1 and 11.7.
final class SqlTokens {
  private static final int MOST = 20_000;

  /// @param name whether it was quoted, so that it is no keyword; `text` is lower case, a sign, or
  ///     `?` for a literal
  record Token(String text, boolean name) {
    boolean is(String keyword) {
      return !name && text.equals(keyword);
    }
  }

  private final String sql;
  private final boolean mysql;
  private final List<Token> tokens = new ArrayList<>();
  private boolean cut;
  private int at;

  private SqlTokens(String sql, Dialect dialect) {
    this.sql = sql;
    this.mysql = dialect == Dialect.MYSQL;
  }

  static SqlTokens of(String sql, Dialect dialect) {
    var split = new SqlTokens(sql, dialect);
    while (split.at < sql.length() && split.tokens.size() < MOST) {
      split.next();
    }
    split.cut |= split.at < sql.length();
    return split;
  }

  List<Token> tokens() {
    return tokens;
  }

  /// Whether the statement ends inside a string or comment: its log was cut off.
  boolean cut() {
    return cut;
  }

  private void next() {
    var c = sql.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (sql.startsWith("--", at) || (mysql && c == '#')) {
      skipTo("\n", at);
    } else if (sql.startsWith("/*!", at) && mysql) {
      at += 3; // MySQL executes what stands in here
      while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
        at++;
      }
    } else if (sql.startsWith("/*", at)) {
      comment();
    } else if (sql.startsWith("*/", at) && mysql) {
      at += 2;
    } else if (c == '\'' || (c == '"' && mysql)) {
      string(c, mysql || escapes());
    } else if (c == '"' || c == '`') {
      quotedName(c);
    } else if (c == '$' && !mysql && dollarQuoted()) {
      tokens.add(new Token("?", true));
    } else if (wordStart(c)) {
      word();
    } else if (Character.isDigit(c)) {
      number();
    } else {
      tokens.add(new Token(String.valueOf(c), false));
      at++;
    }
  }

  /// Whether an `E` stands right before the quote.
  private boolean escapes() {
    if (tokens.isEmpty() || at == 0 || Character.toLowerCase(sql.charAt(at - 1)) != 'e') {
      return false;
    }
    if (tokens.getLast().is("e")) {
      tokens.removeLast();
      return true;
    }
    return false;
  }

  private void skipTo(String end, int from) {
    var found = sql.indexOf(end, from);
    at = found < 0 ? sql.length() : found + end.length();
  }

  private void comment() {
    var depth = 0;
    do {
      if (sql.startsWith("/*", at) && (depth == 0 || !mysql)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
    cut |= depth > 0;
    at = Math.min(at, sql.length());
  }

  private void string(char quote, boolean backslash) {
    for (at++; at < sql.length(); at++) {
      var c = sql.charAt(at);
      if (c == '\\' && backslash) {
        at++;
      } else if (c == quote) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          at++;
          tokens.add(new Token("?", true));
          return;
        }
      }
    }
    at = sql.length();
    cut = true;
  }

  private void quotedName(char quote) {
    var name = new StringBuilder();
    for (at++; at < sql.length(); at++) {
      var c = sql.charAt(at);
      if (c == quote) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          at++;
          tokens.add(new Token(name.toString().toLowerCase(Locale.ROOT), true));
          return;
        }
      }
      name.append(c);
    }
    cut = true;
  }

  private boolean dollarQuoted() {
    var end = sql.indexOf('$', at + 1);
    if (end < 0) {
      return false;
    }
    for (var i = at + 1; i < end; i++) {
      if (!wordStart(sql.charAt(i)) && (i == at + 1 || !Character.isDigit(sql.charAt(i)))) {
        return false; // a parameter such as $1
      }
    }
    var tag = sql.substring(at, end + 1);
    var close = sql.indexOf(tag, end + 1);
    cut |= close < 0;
    at = close < 0 ? sql.length() : close + tag.length();
    return true;
  }

  private static boolean wordStart(char c) {
    return Character.isLetter(c) || c == '_' || c >= 0x80;
  }

  private void word() {
    var from = at;
    while (at < sql.length()
        && (wordStart(sql.charAt(at))
            || Character.isDigit(sql.charAt(at))
            || sql.charAt(at) == '$')) {
      at++;
    }
    tokens.add(new Token(sql.substring(from, at).toLowerCase(Locale.ROOT), false));
  }

  private void number() {
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '.')) {
      at++;
    }
    tokens.add(new Token("?", true));
  }
}
