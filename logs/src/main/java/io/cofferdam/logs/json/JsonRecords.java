package io.cofferdam.logs.json;

import io.cofferdam.logs.text.IsoTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Splits a JSON content into its records in one pass: arrays, JSON lines, objects one after
/// another, lines with a time before the object (CloudWatch Logs exports), objects that hold the
/// records in an array (`{"Records":[..]}`, other keys before and after it), envelopes whose record
/// is an object or escaped text.
///
/// A broken record is told with number, offset and reason, and reading goes on at the next place
/// that looks like the start of one. Memory is bounded by [JsonLimits]: a record that outgrows them
/// is passed over without being held. One instance reads one content.
public final class JsonRecords {
  /// How much of a record goes to the dead letters.
  public static final int SAMPLE = 4096;

  private static final JsonKey[] NO_KEYS = {};
  private static final int MAX_UNWRAPS = 4;

  /// How far behind a fault reading goes on at most: nearly all faults show within a few bytes, and
  /// going back further would let a hostile content be read many times over.
  private static final int MAX_REWIND = 1 << 18;

  private final JsonVisitor visitor;
  private final JsonLayout layout;
  private final JsonLimits limits;
  private final JsonKey[] containers;
  private final JsonKey[] wrappers;
  private final JsonKey[] own;
  private final JsonScanner scan;
  private final JsonObject object = new JsonObject();
  private final int unwraps;
  private final List<byte[]> firstKeys = new ArrayList<>();
  private @Nullable JsonRecords inner;
  private long number;
  private long fixedOffset = -1;
  private long openArrays;
  private boolean inContainer;
  private boolean inTail;
  private boolean control;
  private boolean stopped;

  private JsonRecords(
      JsonScanner scan, JsonLayout layout, JsonLimits limits, int unwraps, JsonVisitor visitor) {
    this.scan = scan;
    this.layout = layout;
    this.limits = limits;
    this.unwraps = unwraps;
    this.visitor = visitor;
    containers = keys(layout.containers());
    wrappers = keys(layout.wrappers());
    own = keys(layout.own());
  }

  private static JsonKey[] keys(List<String> names) {
    return names.stream().map(JsonKey::new).toArray(JsonKey[]::new);
  }

  /// Reads the content to its end.
  public static void read(InputStream in, JsonLayout layout, JsonVisitor visitor)
      throws IOException {
    read(in, layout, JsonLimits.DEFAULT, visitor);
  }

  public static void read(InputStream in, JsonLayout layout, JsonLimits limits, JsonVisitor visitor)
      throws IOException {
    new JsonRecords(new JsonScanner(in, limits), layout, limits, 0, visitor).run();
  }

  /// The objects of bytes in memory, whole.
  static void slice(byte[] json, JsonVisitor visitor) {
    var layout = new JsonLayout(List.of(), List.of(), List.of());
    var scan = new JsonScanner(JsonLimits.DEFAULT);
    scan.slice(json, 0, json.length);
    try {
      new JsonRecords(scan, layout, JsonLimits.DEFAULT, 0, visitor).run();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  /// Looks at the head of a content: the keys of the first records, the last perhaps in part.
  static void head(byte[] bytes, int length, JsonLayout layout, int records, HeadVisitor visitor) {
    var scan = new JsonScanner(JsonLimits.DEFAULT);
    scan.slice(bytes, 0, length);
    var reading = new JsonRecords(scan, layout, JsonLimits.DEFAULT, 0, visitor);
    visitor.reading = reading;
    visitor.wanted = records;
    try {
      reading.run();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  abstract static class HeadVisitor implements JsonVisitor {
    private @Nullable JsonRecords reading;
    private int wanted;

    final void counted() {
      if (--wanted <= 0 && reading != null) {
        reading.stopped = true;
      }
    }

    /// The record that the head cuts off.
    abstract void partial(JsonObject record);
  }

  private void run() throws IOException {
    var lineStart = true;
    while (!stopped) {
      if (inTail) {
        tail();
        continue;
      }
      scan.start();
      var c = scan.peek();
      switch (c) {
        case -1 -> {
          ended();
          return;
        }
        case ' ', '\t', '\r', '\n', 0x1e -> {
          scan.pos++;
          lineStart |= c == '\n';
          continue;
        }
        case ',' -> scan.pos++;
        case '[' -> {
          if (inContainer) {
            stray();
          } else {
            scan.pos++;
            openArrays++;
          }
        }
        case ']' -> {
          scan.pos++;
          if (inContainer) {
            inContainer = false;
            control = false;
            inTail = true;
          } else if (--openArrays < 0) {
            openArrays = 0;
          }
        }
        case '{' -> object();
        default -> {
          if (inContainer) {
            stray();
          } else {
            garbage(lineStart);
          }
        }
      }
      lineStart = false;
    }
  }

  private void ended() {
    if (inContainer || openArrays > 0) {
      visitor.note("the JSON ends before its array is closed (truncated)");
    }
  }

  /// The rest of an object behind its array of records.
  private void tail() throws IOException {
    scan.start();
    object.clear();
    var code = scan.object(object, true, containers);
    switch (code) {
      case JsonScanner.OK -> inTail = false;
      case JsonScanner.CONTAINER -> {
        inTail = false;
        inContainer = true;
      }
      case JsonScanner.END -> {
        inTail = false;
        scan.pos = scan.limit;
        visitor.note("the JSON ends before its outer object is closed (truncated)");
      }
      default -> {
        inTail = false;
        refuse("not JSON behind the records: " + scan.reason, scan.sample(scan.mark));
        resync(scan.pos, false);
      }
    }
  }

  private void object() throws IOException {
    scan.start();
    scan.pos++;
    object.clear();
    var code = scan.object(object, false, inContainer ? NO_KEYS : containers);
    object.at(scan.buf, scan.mark, scan.pos);
    switch (code) {
      case JsonScanner.OK -> whole();
      case JsonScanner.CONTAINER -> {
        inContainer = true;
        object.number = 0;
        if (scan.oversize) {
          object.clear();
          visitor.note("keys before the records are larger than a record may be; not looked at");
        }
        control = isControl();
        visitor.envelope(scan.containerKey, object);
      }
      case JsonScanner.END -> {
        if (visitor instanceof HeadVisitor head) {
          head.partial(object);
        }
        broken("the content ends inside this record (truncated)", true);
      }
      default -> broken("not JSON: " + scan.reason, false);
    }
  }

  /// CloudWatch Logs sends these to see whether the destination lives.
  private boolean isControl() {
    if ("CONTROL_MESSAGE".equals(object.text("messageType"))) {
      visitor.note("CloudWatch Logs control messages passed over");
      return true;
    }
    return false;
  }

  private void whole() throws IOException {
    if (control && inContainer) {
      return;
    }
    if (!scan.oversize && scan.pos - scan.mark > limits.recordBytes()) {
      scan.outgrown();
    }
    if (scan.oversize) {
      number++;
      visitor.undecodable(
          number,
          scan.oversizeOffset,
          "record larger than the limit of " + limits.recordBytes() + " bytes",
          scan.oversizeSample);
    } else if (scan.tooDeep) {
      refuse("record nested deeper than " + limits.depth() + " levels", object.sample());
    } else if (scan.tooManyKeys) {
      refuse("record with more than " + limits.keys() + " keys", object.sample());
    } else if (scan.high && JsonText.invalidUtf8(scan.buf, object.start, object.end) >= 0) {
      refuse("record is not valid UTF-8", object.sample());
    } else if (!unwrapped()) {
      learnFirstKey();
      number++;
      object.number = number;
      object.offset = offset();
      visitor.record(object, number, object.offset);
    }
  }

  private long offset() {
    return fixedOffset >= 0 ? fixedOffset : scan.base + scan.mark;
  }

  private void refuse(String reason, byte[] sample) {
    number++;
    visitor.undecodable(number, offset(), reason, sample);
  }

  /// Tells of a record that is not JSON and finds the next one.
  private void broken(String reason, boolean ended) throws IOException {
    if (scan.oversize) {
      number++;
      visitor.undecodable(number, scan.oversizeOffset, reason, scan.oversizeSample);
      resync(scan.pos, ended);
      return;
    }
    refuse(reason, scan.sample(scan.mark));
    var near = scan.pos - scan.mark <= MAX_REWIND && !scan.tooDeep;
    resync(near ? scan.mark + 1 : scan.pos, ended);
  }

  /// Goes on at the next place, from `at`, that looks like the start of a record.
  ///
  /// @param linesOnly whether only the start of a line counts
  private void resync(int at, boolean linesOnly) throws IOException {
    scan.pos = at;
    var before = 0;
    var newline = false;
    while (true) {
      scan.mark = scan.pos;
      scan.oversize = false;
      var c = scan.peek();
      if (c < 0) {
        return;
      }
      if (c == '{' && newline) {
        inContainer = false;
        control = false;
        openArrays = 0;
        return;
      }
      if (c == '{' && !linesOnly && startsRecord(before)) {
        return;
      }
      newline = c == '\n';
      before = c > ' ' ? c : before;
      scan.pos++;
    }
  }

  private boolean startsRecord(int before) throws IOException {
    scan.pos++;
    var starts = false;
    if (scan.next() == '"') {
      scan.pos++;
      var from = scan.pos - scan.mark;
      while (scan.peek() >= 0 && scan.peek() != '"' && scan.pos - scan.mark - from < 64) {
        scan.pos++;
      }
      starts = firstKeys.isEmpty() && (before == ',' || before == '[' || before == '}');
      for (var key : firstKeys) {
        starts |= Arrays.equals(key, 0, key.length, scan.buf, scan.mark + from, scan.pos);
      }
      starts &= !scan.oversize;
    }
    scan.pos = scan.mark;
    return starts;
  }

  private void learnFirstKey() {
    if (object.size() == 0 || firstKeys.size() >= 4) {
      return;
    }
    var key = object.rawKey(0);
    for (var known : firstKeys) {
      if (Arrays.equals(known, key)) {
        return;
      }
    }
    firstKeys.add(key);
  }

  /// Something between the records of an array that is no object.
  private void stray() throws IOException {
    var code = scan.value();
    if (code == JsonScanner.OK) {
      refuse("not an object [an object per record]", scan.sample(scan.mark));
    } else {
      broken("not JSON: " + scan.reason, code == JsonScanner.END);
    }
  }

  /// Bytes that belong to no record, up to the end of the line or the next brace.
  private void garbage(boolean lineStart) throws IOException {
    var at = offset();
    while (true) {
      var c = scan.peek();
      if (c < 0 || c == '\n' || c == '{') {
        break;
      }
      if (!scan.oversize && scan.pos - scan.mark >= SAMPLE) {
        scan.oversize = true; // no need to hold more of it
        scan.oversizeSample = scan.sample(scan.mark);
      }
      scan.pos++;
    }
    if (!scan.oversize && lineStart && scan.peek() == '{' && timeBefore()) {
      return;
    }
    number++;
    visitor.undecodable(
        number,
        at,
        "not JSON [an object per record]",
        scan.oversize ? scan.oversizeSample : Arrays.copyOfRange(scan.buf, scan.mark, scan.pos));
  }

  /// Whether what lies before the brace is the time that CloudWatch Logs exports put there.
  private boolean timeBefore() {
    var text = new String(scan.buf, scan.mark, scan.pos - scan.mark, StandardCharsets.UTF_8);
    return IsoTime.parse(text.strip()) != null;
  }

  /// Takes the record out of an envelope; false where it is none.
  private boolean unwrapped() throws IOException {
    if (unwraps >= MAX_UNWRAPS || wrappers.length == 0) {
      return false;
    }
    for (var key : own) {
      if (object.find(key) >= 0) {
        return false;
      }
    }
    for (var key : wrappers) {
      var i = object.find(key);
      var kind = object.kind(i);
      if (kind == JsonKind.OBJECT) {
        inner(scan.buf, object.valueStart(i), object.valueEnd(i));
        return true;
      }
      if (kind == JsonKind.TEXT) {
        var text = JsonText.bytes(scan.buf, object.valueStart(i) + 1, object.valueEnd(i) - 1);
        if (looksLikeJson(text)) {
          inner(text, 0, text.length);
        } else {
          number++;
          visitor.text(new String(text, StandardCharsets.UTF_8), number, offset());
        }
        return true;
      }
    }
    return false;
  }

  private static boolean looksLikeJson(byte[] text) {
    for (var c : text) {
      if (c > ' ' || c < 0) {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  private void inner(byte[] bytes, int from, int to) throws IOException {
    if (inner == null) {
      inner = new JsonRecords(new JsonScanner(limits), layout, limits, unwraps + 1, visitor);
    }
    inner.scan.slice(bytes, from, to);
    inner.number = number;
    inner.fixedOffset = offset();
    inner.inContainer = false;
    inner.inTail = false;
    inner.openArrays = 0;
    inner.run();
    number = inner.number;
    stopped |= inner.stopped;
  }
}
