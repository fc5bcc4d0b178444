package io.cofferdam.logs.database;

import java.util.ArrayList;
import java.util.List;

/// Splits a record of comma-separated values (RFC 4180; fields may hold line ends).
public final class Csv {
  private Csv() {}

  /// The fields.
  ///
  /// @param quote the quote sign; doubled inside a field it stands for itself
  /// @param backslash whether a backslash also takes the next sign as it is
  public static List<String> fields(String record, char quote, boolean backslash) {
    List<String> fields = new ArrayList<>();
    var field = new StringBuilder();
    var quoted = false;
    for (var i = 0; i < record.length(); i++) {
      var c = record.charAt(i);
      if (quoted && backslash && c == '\\' && i + 1 < record.length()) {
        field.append(record.charAt(++i));
      } else if (c == quote && (quoted || field.isEmpty())) {
        if (quoted && i + 1 < record.length() && record.charAt(i + 1) == quote) {
          field.append(quote);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /// Whether a piece of a record leads from outside a quoted field to its inside, or back.
  public static boolean turns(CharSequence record) {
    var quotes = 0;
    for (var i = 0; i < record.length(); i++) {
      quotes += record.charAt(i) == '"' ? 1 : 0;
    }
    return quotes % 2 == 1;
  }
}
