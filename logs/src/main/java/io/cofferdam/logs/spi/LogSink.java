package io.cofferdam.logs.spi;

import io.cofferdam.model.event.Event;
import io.cofferdam.model.resource.Provider;
import java.time.Instant;

/// Where a format puts what it reads. One sink serves one input and is used by one thread.
public interface LogSink {

  /// Whether an API call of this kind is wanted as an event. A reader may pass over a call that is
  /// not wanted without decoding all of it, but must still count it by [#passedOver].
  boolean wants(Provider provider, String service, String action);

  /// Takes an event.
  void event(Event event);

  /// Counts a record that was recognised and well formed but not wanted.
  void passedOver(String account, String region, Instant time);

  /// Takes a record that cannot be decoded.
  ///
  /// @param record number of the record in the input, from 1
  /// @param offset byte offset of the record in the unpacked content, or -1
  /// @param reason what is wrong and what was expected; no content of the record
  /// @param sample the record's bytes, cut at 4 KiB by the caller, for the dead-letter file
  void undecodable(long record, long offset, String reason, byte[] sample);

  /// Notes something about the whole input: `truncated gzip`, `byte order mark removed`.
  void note(String text);
}
