package io.cofferdam.logs.s3access;

import org.jspecify.annotations.Nullable;

/// The fields of a line up to the turn-around time, cut without a regular expression: lines come by
/// the million and nearly all have the plain shape. What does not is left to [S3AccessLine].
final class LineStart {
  private static final int FIELDS = 15;
  private static final int TIME = 2;
  private static final int OPERATION = 6;
  private static final int URI = 8;
  private static final int STATUS = 9;

  private final String line;
  private final String[] fields = new String[FIELDS];
  private int at;

  private LineStart(String line) {
    this.line = line;
  }

  /// Null where the line has not the plain shape, which does not mean that it is none.
  static @Nullable LineStart of(String line) {
    var start = new LineStart(line);
    return start.cut() ? start : null;
  }

  String field(int number) {
    return fields[number];
  }

  /// Where the fields behind begin.
  int end() {
    return at;
  }

  private boolean cut() {
    for (int i = 0; i < FIELDS; i++) {
      int end = i == TIME ? time() : i == URI ? uri() : word();
      if (end < 0 || end >= line.length() || line.charAt(end) != ' ' || end == at) {
        return false;
      }
      fields[i] = i == TIME || i == URI ? line.substring(at + 1, end - 1) : line.substring(at, end);
      at = end + 1;
    }
    return operation(fields[OPERATION])
        && (fields[STATUS].length() == 3 || fields[STATUS].equals("-"))
        && number(fields[STATUS])
        && numbersBehindError();
  }

  private boolean numbersBehindError() {
    for (int i = STATUS + 2; i < FIELDS; i++) {
      if (!number(fields[i])) {
        return false;
      }
    }
    return true;
  }

  private int word() {
    for (int i = at; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c <= ' ') {
        return c == ' ' ? i : -1;
      }
    }
    return -1;
  }

  private int time() {
    int close = line.indexOf(']', at);
    return at < line.length() && line.charAt(at) == '[' && close - at > 20 && close - at <= 31
        ? close + 1
        : -1;
  }

  /// The request line ends at the first quote that a status follows.
  private int uri() {
    if (at >= line.length() || line.charAt(at) != '"') {
      return -1;
    }
    for (int i = at + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || (c > '~' && !Character.isLetterOrDigit(c))) {
        return -1; // line ends of other scripts
      }
      if (c == '"' && statusFollows(i + 1)) {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean statusFollows(int space) {
    if (space >= line.length() || line.charAt(space) != ' ') {
      return false;
    }
    int end = line.indexOf(' ', space + 1);
    var status = end < 0 ? "" : line.substring(space + 1, end);
    return status.equals("-") || (status.length() == 3 && number(status));
  }

  private static boolean operation(String text) {
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean upper = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!upper && (i <= dot ? i != dot : !((c >= 'a' && c <= 'z') || c == '_' || c == '.'))) {
        return false;
      }
    }
    return true;
  }

  /// Digits, or `-` for none.
  private static boolean number(String text) {
    if (text.equals("-")) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
