package io.cofferdam.logs.json;

import io.cofferdam.logs.spi.LogSink;
import java.util.function.Consumer;

/// Takes what a content is split into, in order. The objects it is given are only valid during the
/// call.
public interface JsonVisitor {
  /// One record: valid JSON, valid UTF-8, within the limits.
  ///
  /// @param number of the record in the content, from 1; broken ones count
  /// @param offset byte offset of the record (of its envelope where it was unwrapped)
  void record(JsonObject record, long number, long offset);

  /// What cannot be a record.
  void undecodable(long number, long offset, String reason, byte[] sample);

  /// Something about the whole content.
  void note(String text);

  /// A log message inside an envelope that is not JSON.
  default void text(String message, long number, long offset) {
    var bytes = message.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    undecodable(
        number,
        offset,
        "log message is plain text [JSON]",
        java.util.Arrays.copyOf(bytes, Math.min(bytes.length, JsonRecords.SAMPLE)));
  }

  /// Called each time an array of records is entered.
  ///
  /// @param key under which the array stands
  /// @param keysBefore the keys that stand before it in its object
  default void envelope(String key, JsonObject keysBefore) {}

  /// Broken records and notes go to the sink, records to `records`, which refuses one by
  /// [JsonObject#refuse].
  static JsonVisitor to(LogSink sink, Consumer<JsonObject> records) {
    return new JsonVisitor() {
      @Override
      public void record(JsonObject record, long number, long offset) {
        records.accept(record);
      }

      @Override
      public void undecodable(long number, long offset, String reason, byte[] sample) {
        sink.undecodable(number, offset, reason, sample);
      }

      @Override
      public void note(String text) {
        sink.note(text);
      }
    };
  }
}
