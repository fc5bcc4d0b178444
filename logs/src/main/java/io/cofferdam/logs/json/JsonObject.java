package io.cofferdam.logs.json;

import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.logs.text.IsoTime;
import io.cofferdam.logs.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An object of a log as a view of its bytes: its own keys are indexed, values are only decoded
/// when asked for. It is used again for the next record, so nothing of it may be kept.
///
/// Asking for a key that is not there, or for a value as what it is not, gives the empty answer
/// (`""`, the fallback, null, false), never an exception. Where a key stands twice, which of its
/// values is given is not defined.
public final class JsonObject {
  private static final JsonKey[] NO_KEYS = {};

  byte[] buf = new byte[0];
  int start;
  int end;
  long number;
  long offset;
  private int size;
  private int[] keyFrom = new int[32];
  private int[] keyTo = new int[32];
  private int[] valueFrom = new int[32];
  private int[] valueTo = new int[32];
  private boolean[] escapes = new boolean[64];
  private @Nullable JsonScanner scanner;
  private @Nullable JsonScanner arrays;

  /// Number of the record in the content, from 1 (of a nested object: 0).
  public long number() {
    return number;
  }

  /// Byte offset of the record in the content.
  public long offset() {
    return offset;
  }

  /// The bytes the view is on: the object is `start()` to `end()` (exclusive).
  public byte[] bytes() {
    return buf;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  void clear() {
    size = 0;
  }

  void add(int keyF, int keyT, boolean keyEscaped, int valueF, int valueT, boolean valueEscaped) {
    if (size == keyFrom.length) {
      var more = size * 2;
      keyFrom = Arrays.copyOf(keyFrom, more);
      keyTo = Arrays.copyOf(keyTo, more);
      valueFrom = Arrays.copyOf(valueFrom, more);
      valueTo = Arrays.copyOf(valueTo, more);
      escapes = Arrays.copyOf(escapes, more * 2);
    }
    keyFrom[size] = keyF;
    keyTo[size] = keyT;
    escapes[2 * size] = keyEscaped;
    valueFrom[size] = valueF;
    valueTo[size] = valueT;
    escapes[2 * size + 1] = valueEscaped;
    size++;
  }

  void at(byte[] bytes, int from, int to) {
    buf = bytes;
    start = from;
    end = to;
  }

  /// How many keys the object has.
  public int size() {
    return size;
  }

  /// The key at a position from 0 to [#size].
  public String key(int i) {
    return escapes[2 * i]
        ? JsonText.decode(buf, start + keyFrom[i], start + keyTo[i])
        : utf8(start + keyFrom[i], start + keyTo[i]);
  }

  byte[] rawKey(int i) {
    return Arrays.copyOfRange(buf, start + keyFrom[i], start + keyTo[i]);
  }

  /// The position of a key, or -1.
  public int find(JsonKey key) {
    var hint = key.hint;
    if (hint < size && is(hint, key.name)) {
      return hint;
    }
    for (var i = 0; i < size; i++) {
      if ((keyTo[i] - keyFrom[i] == key.name.length || escapes[2 * i]) && is(i, key.name)) {
        key.hint = i;
        return i;
      }
    }
    return -1;
  }

  /// The position of a key, or -1.
  public int find(String key) {
    return find(new JsonKey(key));
  }

  private boolean is(int i, byte[] name) {
    var from = start + keyFrom[i];
    var to = start + keyTo[i];
    if (escapes[2 * i]) {
      return Arrays.equals(name, key(i).getBytes(StandardCharsets.UTF_8));
    }
    return to - from == name.length && Arrays.equals(buf, from, to, name, 0, name.length);
  }

  /// Whether the key at a position, as written, starts with an ASCII text.
  public boolean keyStartsWith(int i, String text) {
    var from = start + keyFrom[i];
    if (start + keyTo[i] - from < text.length()) {
      return false;
    }
    for (var at = 0; at < text.length(); at++) {
      if (buf[from + at] != text.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  public boolean has(String key) {
    return find(key) >= 0;
  }

  public JsonKind kind(String key) {
    return kind(find(key));
  }

  /// What the value at a position is; [JsonKind#ABSENT] for -1.
  public JsonKind kind(int i) {
    if (i < 0) {
      return JsonKind.ABSENT;
    }
    return switch (buf[start + valueFrom[i]]) {
      case '"' -> JsonKind.TEXT;
      case '{' -> JsonKind.OBJECT;
      case '[' -> JsonKind.ARRAY;
      case 'n' -> JsonKind.NULL;
      case 't', 'f' -> JsonKind.BOOLEAN;
      default -> JsonKind.NUMBER;
    };
  }

  /// Where the value at a position begins in [#bytes]; [#valueEnd] where it ends (exclusive).
  public int valueStart(int i) {
    return start + valueFrom[i];
  }

  public int valueEnd(int i) {
    return start + valueTo[i];
  }

  public String text(String key) {
    return text(find(key));
  }

  public String text(JsonKey key) {
    return text(find(key));
  }

  /// A text decoded, a number or boolean as written; else empty.
  public String text(int i) {
    return switch (kind(i)) {
      case TEXT ->
          escapes[2 * i + 1]
              ? JsonText.decode(buf, start + valueFrom[i] + 1, start + valueTo[i] - 1)
              : utf8(start + valueFrom[i] + 1, start + valueTo[i] - 1);
      case NUMBER, BOOLEAN -> utf8(start + valueFrom[i], start + valueTo[i]);
      case ABSENT, NULL, OBJECT, ARRAY -> "";
    };
  }

  /// The same as [#text(int)], with words that return given as the same object.
  public String word(JsonKey key, Words words) {
    var i = find(key);
    return switch (kind(i)) {
      case TEXT ->
          escapes[2 * i + 1]
              ? text(i)
              : words.of(buf, start + valueFrom[i] + 1, start + valueTo[i] - 1);
      case NUMBER, BOOLEAN -> words.of(buf, start + valueFrom[i], start + valueTo[i]);
      case ABSENT, NULL, OBJECT, ARRAY -> "";
    };
  }

  /// The value's JSON text as written; empty where the key is absent or null.
  public String json(String key) {
    return json(find(key));
  }

  public String json(JsonKey key) {
    return json(find(key));
  }

  private String json(int i) {
    return switch (kind(i)) {
      case ABSENT, NULL -> "";
      case TEXT, NUMBER, BOOLEAN, OBJECT, ARRAY -> utf8(start + valueFrom[i], start + valueTo[i]);
    };
  }

  /// A whole number, also where it is written as text or with a fraction of zeros.
  public long number(String key, long fallback) {
    return number(find(key), fallback);
  }

  public long number(JsonKey key, long fallback) {
    return number(find(key), fallback);
  }

  private long number(int i, long fallback) {
    var text = kind(i) == JsonKind.NUMBER || kind(i) == JsonKind.TEXT ? text(i) : "";
    var digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    if (digits.isEmpty() || digits.length() > 19) {
      return fallback;
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      return fallback;
    }
  }

  /// True for `true`, also where it is written as text.
  public boolean flag(String key) {
    return text(key).equalsIgnoreCase("true");
  }

  /// The time (see [IsoTime]), or null.
  public @Nullable Instant instant(JsonKey key) {
    var i = find(key);
    return kind(i) == JsonKind.TEXT && !escapes[2 * i + 1]
        ? IsoTime.parse(buf, start + valueFrom[i] + 1, start + valueTo[i] - 1)
        : null;
  }

  public @Nullable Instant instant(String key) {
    return instant(new JsonKey(key));
  }

  /// Makes `target` the view of an object inside this one; of an empty object where it is none.
  ///
  /// @return whether there is an object under the key
  public boolean object(JsonKey key, JsonObject target) {
    var i = find(key);
    if (kind(i) != JsonKind.OBJECT) {
      target.at(buf, start, start);
      target.clear();
      return false;
    }
    target.view(buf, start + valueFrom[i], start + valueTo[i]);
    return true;
  }

  public boolean object(String key, JsonObject target) {
    return object(new JsonKey(key), target);
  }

  /// The object inside this one, empty where it is none. For rare lookups: it allocates.
  public JsonObject object(String key) {
    var target = new JsonObject();
    object(key, target);
    return target;
  }

  /// Calls `each` for every object of an array, with one view used again.
  public void objects(String key, Consumer<JsonObject> each) {
    objects(new JsonKey(key), new JsonObject(), each);
  }

  /// Calls `each` for every object of an array, with `view` made the view of one after the other.
  public void objects(JsonKey key, JsonObject view, Consumer<JsonObject> each) {
    elements(
        find(key),
        (from, to) -> {
          if (buf[from] == '{') {
            view.view(buf, from, to);
            each.accept(view);
          }
        });
  }

  /// The texts (and numbers as written) of an array; of a single text a list of one.
  public List<String> texts(String key) {
    var i = find(key);
    if (kind(i) == JsonKind.TEXT) {
      return List.of(text(i));
    }
    List<String> texts = new ArrayList<>();
    elements(
        i,
        (from, to) -> {
          if (buf[from] == '"') {
            texts.add(JsonText.decode(buf, from + 1, to - 1));
          } else if (buf[from] == '-' || (buf[from] >= '0' && buf[from] <= '9')) {
            texts.add(utf8(from, to));
          }
        });
    return texts;
  }

  private interface Slice {
    void at(int from, int to);
  }

  private void elements(int i, Slice each) {
    if (kind(i) != JsonKind.ARRAY) {
      return;
    }
    // taken away while it is in use: `each` may ask for another array of this object
    var scan = arrays == null ? new JsonScanner(JsonLimits.DEFAULT) : arrays;
    arrays = null;
    scan.slice(buf, start + valueFrom[i] + 1, start + valueTo[i] - 1);
    try {
      while (scan.next() >= 0) {
        var from = scan.pos;
        if (scan.value() != JsonScanner.OK) {
          return;
        }
        each.at(from, scan.pos);
        if (scan.next() == ',') {
          scan.pos++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    } finally {
      arrays = scan;
    }
  }

  /// Makes this the view of the valid object at `from` to `to` (exclusive).
  void view(byte[] bytes, int from, int to) {
    if (scanner == null) {
      scanner = new JsonScanner(JsonLimits.DEFAULT);
    }
    at(bytes, from, to);
    clear();
    scanner.slice(bytes, from, to);
    scanner.pos = from + 1;
    try {
      scanner.object(this, false, NO_KEYS);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /// The object that a text holds as JSON, or null where it holds none.
  public static @Nullable JsonObject parse(byte[] json) {
    var parsed = new JsonObject[1];
    JsonRecords.slice(
        json,
        new JsonVisitor() {
          @Override
          public void record(JsonObject record, long number, long offset) {
            if (parsed[0] == null) {
              var whole = new JsonObject();
              whole.view(json, record.start, record.end);
              parsed[0] = whole;
            }
          }

          @Override
          public void undecodable(long number, long offset, String reason, byte[] sample) {}

          @Override
          public void note(String text) {}
        });
    return parsed[0];
  }

  private String utf8(int from, int to) {
    return new String(buf, from, to - from, StandardCharsets.UTF_8);
  }

  /// The first bytes of the object, for a dead letter.
  public byte[] sample() {
    return Arrays.copyOfRange(buf, start, Math.min(end, start + JsonRecords.SAMPLE));
  }

  /// Sends the record to the dead letters.
  public void refuse(LogSink sink, String reason) {
    sink.undecodable(number, offset, reason, sample());
  }
}
