package io.cofferdam.logs.json;

import io.cofferdam.logs.spi.Head;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the head of a JSON content shows, for recognising its format.
///
/// @param records the keys of the first records (at most eight); the last may be cut off
/// @param texts the first log messages in an envelope that are not JSON
/// @param envelope the keys before the arrays of records that were entered
/// @param container the key of the first such array, or empty
public record JsonHead(
    List<Set<String>> records, List<String> texts, Set<String> envelope, String container) {
  private static final int RECORDS = 8;

  public JsonHead {
    records = List.copyOf(records);
    texts = List.copyOf(texts);
    envelope = Set.copyOf(envelope);
  }

  private static final JsonHead NONE = new JsonHead(List.of(), List.of(), Set.of(), "");

  public static JsonHead of(Head head, JsonLayout layout) {
    if (!looksLikeJson(head)) {
      return NONE;
    }
    List<Set<String>> records = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    Set<String> envelope = new HashSet<>();
    var container = new String[] {""};
    JsonRecords.head(
        head.bytes(),
        head.length(),
        layout,
        RECORDS,
        new JsonRecords.HeadVisitor() {
          @Override
          public void record(JsonObject record, long number, long offset) {
            records.add(keys(record));
            counted();
          }

          @Override
          void partial(JsonObject record) {
            record(record, 0, 0);
          }

          @Override
          public void undecodable(long number, long offset, String reason, byte[] sample) {
            counted();
          }

          @Override
          public void text(String message, long number, long offset) {
            texts.add(message);
            counted();
          }

          @Override
          public void envelope(String key, JsonObject keysBefore) {
            envelope.addAll(keys(keysBefore));
            if (container[0].isEmpty()) {
              container[0] = key;
            }
          }

          @Override
          public void note(String text) {}
        });
    return new JsonHead(records, texts, envelope, container[0]);
  }

  private static Set<String> keys(JsonObject object) {
    Set<String> keys = new HashSet<>();
    for (var i = 0; i < object.size(); i++) {
      keys.add(object.key(i));
    }
    return keys;
  }

  /// Whether a brace or bracket comes first, or the time of a CloudWatch Logs export before one.
  private static boolean looksLikeJson(Head head) {
    for (var i = 0; i < head.length() && i < 4096; i++) {
      var c = head.bytes()[i];
      if (c == '{' || c == '[') {
        return true;
      }
      if (c > ' ' && "0123456789-:.TZ+".indexOf(c) < 0) {
        return false;
      }
    }
    return false;
  }

  /// Whether one of the records has all of these keys.
  public boolean has(String... keys) {
    return records.stream().anyMatch(record -> record.containsAll(List.of(keys)));
  }
}
