package io.cofferdam.evidence.json;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;

/// Writes a value as RFC 8785 says.
final class CanonicalWriter {
  private CanonicalWriter() {}

  static void write(Json value, StringBuilder out) {
    switch (value) {
      case Json.Text(var text) -> quoted(text, out);
      case Json.Whole(var number) -> out.append(number);
      case Json.Truth(var truth) -> out.append(truth);
      case Json.Nothing() -> out.append("null");
      case Json.Array(var items) -> {
        out.append('[');
        var separator = "";
        for (var item : items) {
          out.append(separator);
          write(item, out);
          separator = ",";
        }
        out.append(']');
      }
      case Json.Members(var members) -> {
        out.append('{');
        var separator = "";
        for (var member : members.entrySet()) {
          out.append(separator);
          quoted(member.getKey(), out);
          out.append(':');
          write(member.getValue(), out);
          separator = ",";
        }
        out.append('}');
      }
    }
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else if (Character.isSurrogate(c)) {
            i = pair(text, i, out);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static int pair(String text, int at, StringBuilder out) {
    var whole =
        Character.isHighSurrogate(text.charAt(at))
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (!whole) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0001",
          ErrorCategory.INVALID_INPUT,
          "a text for the ledger holds half a surrogate pair at position `"
              + at
              + "` [valid Unicode]",
          "replace the broken character before recording the text");
    }
    out.append(text, at, at + 2);
    return at + 1;
  }
}
