package io.cofferdam.logs.database.sql;

import io.cofferdam.logs.database.sql.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One look through the tokens of a statement.
final class SqlReading {
  private static final Set<String> FILTERS =
      Set.of(
          "where",
          "limit",
          "fetch",
          "having",
          "group",
          "join",
          "tablesample",
          "intersect",
          "except",
          "offset",
          "distinct",
          "top",
          "count",
          "sum",
          "avg",
          "min",
          "max",
          "exists");

  private static final Set<String> AFTER_TABLE =
      Set.of(
          "only",
          "lateral",
          "if",
          "exists",
          "not",
          "ignore",
          "low_priority",
          "into",
          "temp",
          "temporary",
          "unlogged",
          "concurrently");

  private static final Set<String> NO_NAME =
      Set.of(
          "select",
          "values",
          "unnest",
          "set",
          "where",
          "dual",
          "with",
          "stdin",
          "stdout",
          "as",
          "outfile",
          "dumpfile",
          "on",
          "using",
          "order",
          "union",
          "for",
          "default");

  /// How far back the columns of a `with name (columns) as` are looked for, in tokens.
  private static final int LONGEST_LIST = 500;

  private final List<Token> tokens;
  private final boolean cut;
  private final Set<String> relations = new LinkedHashSet<>();
  private final Set<String> temporary = new LinkedHashSet<>();
  private final boolean with;
  private int at;

  SqlReading(List<Token> tokens, boolean cut) {
    this.tokens = tokens;
    this.cut = cut;
    this.with = tokens.stream().anyMatch(token -> token.is("with"));
  }

  SqlStatement read() {
    while (at < tokens.size() && (is(at, "(") || is(at, ";"))) {
      at++;
    }
    if (at >= tokens.size() || tokens.get(at).name() || !word(at)) {
      return new SqlStatement("", List.of(), false);
    }
    var first = tokens.get(at).text();
    var verb = first.equals("with") ? mainVerb() : first;
    var copy = verb.equals("copy");
    var copyIn = copy && copiesIn();
    if (verb.equals("table")) {
      verb = "select";
    }
    var kept = relations(verb);
    var whole =
        switch (verb) {
          case "select", "declare" -> kept && !cut && !filtered() && !relations.isEmpty();
          case "copy" -> !copyIn && !cut && !filtered() && !relations.isEmpty();
          default -> false;
        };
    return new SqlStatement(
        copyIn ? "COPY_FROM" : verb.toUpperCase(Locale.ROOT), new ArrayList<>(relations), whole);
  }

  private boolean is(int i, String keyword) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(keyword);
  }

  private boolean word(int i) {
    if (i >= tokens.size()) {
      return false;
    }
    var text = tokens.get(i).text(); // empty for a name that is quoted and empty
    return !text.isEmpty() && Character.isLetter(text.charAt(0));
  }

  /// The verb behind `with a as (..), b as (..)`; the names of the parts are no tables.
  private String mainVerb() {
    var depth = 0;
    for (var i = at + 1; i < tokens.size(); i++) {
      if (is(i, "(")) {
        depth++;
      } else if (is(i, ")")) {
        depth--;
      } else if (depth == 0) {
        for (var verb : List.of("select", "insert", "update", "delete", "merge", "table")) {
          if (is(i, verb)) {
            return verb;
          }
        }
      }
    }
    return "with";
  }

  /// `copy t from ..` puts rows in; `copy t to ..` and `copy (select ..) to ..` take them out.
  private boolean copiesIn() {
    var depth = 0;
    for (var i = at; i < tokens.size(); i++) {
      if (is(i, "(")) {
        depth++;
      } else if (is(i, ")")) {
        depth--;
      } else if (depth == 0 && is(i, "to")) {
        return false;
      } else if (depth == 0 && is(i, "from")) {
        return true;
      }
    }
    return true;
  }

  /// A statement that holds one of these words may return less than every row. A column of that
  /// name only makes the answer more careful.
  private boolean filtered() {
    var statements = 0;
    for (var i = 0; i < tokens.size(); i++) {
      if (!tokens.get(i).name() && FILTERS.contains(tokens.get(i).text())) {
        return true;
      }
      statements += is(i, ";") && i + 1 < tokens.size() ? 1 : 0;
    }
    return statements > 0;
  }

  /// Finds the tables; false where the verb is none whose tables are looked for.
  private boolean relations(String verb) {
    switch (verb) {
      case "select", "insert", "replace", "update", "delete", "merge", "declare", "explain" ->
          scan();
      case "copy" -> {
        if (is(at + 1, "(")) {
          scan();
        } else {
          name(at + 1, true);
        }
      }
      case "truncate", "alter", "drop", "create", "lock" -> definition();
      default -> {
        return false;
      }
    }
    relations.removeAll(temporary);
    return true;
  }

  private void definition() {
    for (var i = at + 1; i < Math.min(tokens.size(), at + 6); i++) {
      if (is(i, "table") || is(i, "tables")) {
        list(i + 1, true);
        return;
      }
    }
    if (is(at, "truncate")) {
      list(at + 1, true);
    }
  }

  /// Finds the tables behind `from`, `join`, `into`, `update`. Inside parentheses that hold no
  /// query (`extract(year from ts)`) a `from` names no table.
  private void scan() {
    Deque<Boolean> queries = new ArrayDeque<>();
    queries.push(true);
    for (var i = 0; i < tokens.size(); i++) {
      if (is(i, "(")) {
        queries.push(
            is(i + 1, "select")
                || is(i + 1, "with")
                || is(i + 1, "(")
                || is(i + 1, "delete")
                || is(i + 1, "update")
                || is(i + 1, "insert")
                || is(i + 1, "table"));
      } else if (is(i, ")") && queries.size() > 1) {
        queries.pop();
      } else if (is(i, "as") && (is(i + 1, "(") || is(i + 2, "(") || is(i + 3, "("))) {
        part(i);
      } else if (is(i, "from") && queries.element() && !distinctFrom(i)) {
        list(i + 1, false);
      } else if (is(i, "join")) {
        name(i + 1, false);
      } else if (is(i, "into") && !is(at, "select")) {
        name(i + 1, true);
      } else if ((is(i, "update") || is(i, "table")) && (i == at || is(i - 1, "("))) {
        list(i + 1, false);
      }
    }
  }

  /// `with name [(columns)] as [not] [materialized] (`: the name stands for a query.
  private void part(int as) {
    var before = as - 1;
    if (is(before, ")")) {
      while (before > Math.max(0, as - LONGEST_LIST) && !is(before, "(")) {
        before--;
      }
      before--;
    }
    if (before > 0
        && (is(before - 1, "with") || is(before - 1, ",") || is(before - 1, "recursive"))
        && with) {
      temporary.add(tokens.get(before).text());
    }
  }

  private boolean distinctFrom(int from) {
    return is(from - 1, "distinct") && (is(from - 2, "is") || is(from - 2, "not"));
  }

  /// A list `a, b as x, c`; ends at the first thing that is no name with an alias.
  private void list(int from, boolean columns) {
    var i = from;
    while (true) {
      i = name(i, columns);
      if (i < 0) {
        return;
      }
      if (is(i, "as")) {
        i++;
      }
      if (!is(i, ",") && i < tokens.size() && (word(i) || tokens.get(i).name())) {
        i++;
      }
      if (!is(i, ",")) {
        return;
      }
      i++;
    }
  }

  /// A table's name at a place.
  ///
  /// @param columns whether a list of columns may follow; else a parenthesis makes it a function
  /// @return the place behind it, or -1 where there is none
  private int name(int from, boolean columns) {
    var i = from;
    while (i < tokens.size()
        && !tokens.get(i).name()
        && AFTER_TABLE.contains(tokens.get(i).text())) {
      i++;
    }
    while (is(i, "(") && !is(i + 1, "select") && !is(i + 1, "with") && !columns) {
      i++;
    }
    var name = new StringBuilder();
    while (i < tokens.size()) {
      var token = tokens.get(i);
      if (token.text().equals("?")
          || token.text().isEmpty()
          || (!token.name() && (!word(i) || NO_NAME.contains(token.text())))) {
        return -1;
      }
      name.append(token.text());
      i++;
      if (!is(i, ".")) {
        break;
      }
      name.append('.');
      i++;
    }
    if (name.isEmpty() || name.charAt(name.length() - 1) == '.') {
      return -1;
    }
    if (i == tokens.size() && cut) {
      return -1; // the name itself may be cut off
    }
    if (is(i, "(") && !columns) {
      return -1;
    }
    relations.add(name.toString());
    return i;
  }
}
