package io.cofferdam.logs.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits one line of comma-separated values (RFC 4180 without line breaks inside fields).
public final class Csv {
  private Csv() {}

  /// The fields, unquoted and without white space around them, or null where a quote is not closed.
  public static @Nullable List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    var at = 0;
    while (true) {
      while (at < line.length() && line.charAt(at) == ' ') {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '"') {
        var field = new StringBuilder();
        at++;
        while (true) {
          var quote = line.indexOf('"', at);
          if (quote < 0) {
            return null;
          }
          field.append(line, at, quote);
          at = quote + 1;
          if (at < line.length() && line.charAt(at) == '"') {
            field.append('"');
            at++;
          } else {
            break;
          }
        }
        fields.add(field.toString());
        var comma = line.indexOf(',', at);
        if (!line.substring(at, comma < 0 ? line.length() : comma).isBlank()) {
          return null;
        }
        if (comma < 0) {
          return fields;
        }
        at = comma + 1;
      } else {
        var comma = line.indexOf(',', at);
        fields.add(line.substring(at, comma < 0 ? line.length() : comma).strip());
        if (comma < 0) {
          return fields;
        }
        at = comma + 1;
      }
    }
  }
}
