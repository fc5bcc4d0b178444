package io.cofferdam.logs.json;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks over JSON bytes by the grammar of RFC 8259, on a window that slides over a stream or on a
/// slice. What lies between `mark` and `pos` is kept in the window while more is read.
final class JsonScanner {
  static final int OK = 0;

  /// The bytes end inside the value.
  static final int END = 1;

  /// Not JSON; [#reason] says why and `pos` where.
  static final int BROKEN = 2;

  /// A container's array begins; `pos` is behind its bracket.
  static final int CONTAINER = 3;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;
  private static final int WINDOW = 1 << 16;
  private static final int MAX_STACK = 1 << 20;

  final JsonLimits limits;
  byte[] buf;
  int pos;
  int limit;
  int mark;

  /// Offset of `buf[0]` in the content.
  long base;

  /// The key at whose array [#object] stopped.
  String containerKey = "";

  String reason = "";
  boolean escaped;
  boolean high;
  boolean tooDeep;
  boolean tooManyKeys;

  /// The value between `mark` and `pos` has outgrown the limit and is no longer held.
  boolean oversize;

  byte[] oversizeSample = new byte[0];
  long oversizeOffset;
  private boolean holdKey;
  private final @Nullable InputStream in;
  private long[] stack = new long[4];

  JsonScanner(InputStream in, JsonLimits limits) {
    this.in = in;
    this.limits = limits;
    this.buf = new byte[WINDOW];
  }

  JsonScanner(JsonLimits limits) {
    this.in = null;
    this.limits = limits;
    this.buf = new byte[0];
  }

  /// Goes to a slice that is all in memory.
  void slice(byte[] bytes, int from, int to) {
    buf = bytes;
    pos = from;
    mark = from;
    limit = to;
    base = 0;
    oversize = false;
  }

  /// Forgets what was found about the value before.
  void start() {
    mark = pos;
    high = false;
    tooDeep = false;
    tooManyKeys = false;
    oversize = false;
  }

  long offset() {
    return base + pos;
  }

  /// Reads more behind `limit`; false at the end of the bytes.
  boolean fill() throws IOException {
    if (in == null) {
      return false;
    }
    if (!oversize && limit - mark > limits.recordBytes()) {
      outgrown();
    }
    if (oversize && (!holdKey || limit - mark > limits.recordBytes())) {
      mark = pos;
    }
    if (mark > 0) {
      System.arraycopy(buf, mark, buf, 0, limit - mark);
      base += mark;
      pos -= mark;
      limit -= mark;
      mark = 0;
    }
    if (limit > buf.length / 2) {
      buf = Arrays.copyOf(buf, buf.length * 2);
    }
    int n;
    do {
      n = in.read(buf, limit, buf.length - limit);
    } while (n == 0);
    if (n < 0) {
      return false;
    }
    limit += n;
    return true;
  }

  /// Remembers what is needed of a value that is not held any longer.
  void outgrown() {
    oversize = true;
    oversizeOffset = base + mark;
    oversizeSample = sample(mark);
  }

  /// The next byte without passing it, or -1 at the end.
  int peek() throws IOException {
    return pos < limit || fill() ? buf[pos] & 0xff : -1;
  }

  /// The next byte that is not white space, without passing it, or -1 at the end.
  int next() throws IOException {
    while (true) {
      while (pos < limit) {
        var c = buf[pos];
        if (c > ' ' || c < 0) {
          return c & 0xff;
        }
        if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
          return c;
        }
        pos++;
      }
      if (!fill()) {
        return -1;
      }
    }
  }

  byte[] sample(int from) {
    return Arrays.copyOfRange(buf, from, Math.min(limit, from + JsonRecords.SAMPLE));
  }

  private int broken(String why) {
    reason = why;
    return BROKEN;
  }

  /// Passes over the rest of a string whose opening quote was passed.
  int string() throws IOException {
    escaped = false;
    var b = buf;
    var p = pos;
    var l = limit;
    var seen = 0L;
    while (true) {
      while (l - p >= 8) {
        var w = (long) LONG.get(b, p);
        var quote = w ^ (ONES * '"');
        var slash = w ^ (ONES * '\\');
        seen |= w;
        // exact up to the first hit: a borrow only misleads behind one
        var special =
            (((quote - ONES) & ~quote) | ((slash - ONES) & ~slash) | ((w - ONES * ' ') & ~w))
                & TOPS;
        if (special != 0) {
          p += Long.numberOfTrailingZeros(special) >>> 3;
          break;
        }
        p += 8;
      }
      while (p < l && plain(b[p])) {
        seen |= b[p++];
      }
      if (p == l) {
        pos = p;
        if (!fill()) {
          return END;
        }
      } else if (b[p] == '"') {
        pos = p + 1;
        high |= (seen & TOPS) != 0;
        return OK;
      } else if (b[p] == '\\') {
        escaped = true;
        pos = p + 1;
        var code = escape();
        if (code != OK) {
          return code;
        }
      } else {
        pos = p;
        return broken("control character inside a string");
      }
      b = buf;
      p = pos;
      l = limit;
    }
  }

  private static boolean plain(byte c) {
    return c != '"' && c != '\\' && (c >= ' ' || c < 0);
  }

  private int escape() throws IOException {
    var c = peek();
    if (c < 0) {
      return END;
    }
    pos++;
    switch (c) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
        return OK;
      }
      case 'u' -> {
        for (var i = 0; i < 4; i++) {
          var hex = peek();
          if (hex < 0) {
            return END;
          }
          if (Character.digit(hex, 16) < 0) {
            return broken("incomplete \\u escape");
          }
          pos++;
        }
        return OK;
      }
      default -> {
        pos--;
        return broken("unknown escape in a string");
      }
    }
  }

  /// Passes over a value whose first byte is next.
  int value() throws IOException {
    var depth = 0;
    while (true) {
      var c = next();
      int code;
      switch (c) {
        case '"' -> {
          pos++;
          code = string();
        }
        case '{', '[' -> {
          pos++;
          depth++;
          if (depth >= limits.depth()) {
            tooDeep = true;
            if (depth >= MAX_STACK) {
              return broken("nested deeper than can be followed");
            }
          }
          push(depth, c == '{');
          var first = next();
          if (first == (c == '{' ? '}' : ']')) {
            pos++;
            depth--;
            code = OK;
          } else if (c == '{') {
            code = key();
            if (code != OK) {
              return code;
            }
            continue;
          } else {
            continue;
          }
        }
        case -1 -> {
          return END;
        }
        default -> code = literal(c);
      }
      if (code != OK) {
        return code;
      }
      // behind a value
      while (true) {
        if (depth == 0) {
          return OK;
        }
        var object = inObject(depth);
        c = next();
        if (c == ',') {
          pos++;
          if (object) {
            code = key();
            if (code != OK) {
              return code;
            }
          }
          break;
        } else if (c == (object ? '}' : ']')) {
          pos++;
          depth--;
        } else if (c < 0) {
          return END;
        } else {
          return broken(object ? "`,` or `}` expected" : "`,` or `]` expected");
        }
      }
    }
  }

  /// Passes over a key and its colon.
  private int key() throws IOException {
    var c = next();
    if (c != '"') {
      return c < 0 ? END : broken("a key in quotes expected");
    }
    pos++;
    var code = string();
    return code == OK ? colon() : code;
  }

  private int colon() throws IOException {
    var c = next();
    if (c != ':') {
      return c < 0 ? END : broken("`:` expected behind a key");
    }
    pos++;
    return OK;
  }

  private void push(int depth, boolean object) {
    var word = depth >>> 6;
    if (word == stack.length) {
      stack = Arrays.copyOf(stack, word * 2);
    }
    var bit = 1L << depth;
    stack[word] = object ? stack[word] | bit : stack[word] & ~bit;
  }

  private boolean inObject(int depth) {
    return (stack[depth >>> 6] & (1L << depth)) != 0;
  }

  private int literal(int c) throws IOException {
    return switch (c) {
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> broken("a value expected");
    };
  }

  private int word(String word) throws IOException {
    for (var i = 0; i < word.length(); i++) {
      var c = peek();
      if (c != word.charAt(i)) {
        return c < 0 ? END : broken("a value expected");
      }
      pos++;
    }
    return OK;
  }

  private int number() throws IOException {
    if (peek() == '-') {
      pos++;
    }
    var zero = peek() == '0';
    var digits = digits();
    if (digits <= 0 || (zero && digits > 1)) {
      return peek() < 0 && digits == 0 ? END : broken("a number expected");
    }
    if (peek() == '.') {
      pos++;
      if (digits() == 0) {
        return peek() < 0 ? END : broken("a number expected");
      }
    }
    if (peek() == 'e' || peek() == 'E') {
      pos++;
      if (peek() == '+' || peek() == '-') {
        pos++;
      }
      if (digits() == 0) {
        return peek() < 0 ? END : broken("a number expected");
      }
    }
    return OK;
  }

  private int digits() throws IOException {
    var n = 0;
    for (var c = peek(); c >= '0' && c <= '9'; c = peek()) {
      pos++;
      n = Math.min(n + 1, 2);
    }
    return n;
  }

  /// Passes over an object whose opening brace was passed, and indexes its keys relative to `mark`.
  ///
  /// @param resume goes on behind a value instead of at the first key
  /// @param containers keys at whose array to stop with [#CONTAINER]
  int object(JsonObject index, boolean resume, JsonKey[] containers) throws IOException {
    var behindValue = resume;
    while (true) {
      var c = next();
      if (c == '}') { // behind a comma the check for a quote below refuses it
        pos++;
        return OK;
      }
      if (behindValue) {
        if (c != ',') {
          return c < 0 ? END : broken("`,` or `}` expected");
        }
        pos++;
        c = next();
      }
      if (c != '"') {
        return c < 0 ? END : broken("a key in quotes expected");
      }
      behindValue = true;
      if (oversize) {
        mark = pos;
      }
      pos++;
      holdKey = true;
      var keyFrom = pos - mark;
      var code = string();
      holdKey = false;
      if (code != OK) {
        return code;
      }
      var keyTo = pos - 1 - mark;
      var keyEscaped = escaped;
      var container = containers.length > 0 && matches(containers, keyFrom, keyTo);
      code = colon();
      if (code != OK) {
        return code;
      }
      c = next();
      if (container && c == '[') {
        pos++;
        return CONTAINER;
      }
      var valueFrom = pos - mark;
      escaped = false;
      code = value();
      if (code != OK) {
        return code;
      }
      if (index.size() < limits.keys()) {
        index.add(keyFrom, keyTo, keyEscaped, valueFrom, pos - mark, escaped);
      } else {
        tooManyKeys = true;
      }
    }
  }

  private boolean matches(JsonKey[] keys, int from, int to) {
    for (var key : keys) {
      if (key.name.length == to - from
          && Arrays.equals(key.name, 0, key.name.length, buf, mark + from, mark + to)) {
        containerKey = key.toString();
        return true;
      }
    }
    return false;
  }
}
