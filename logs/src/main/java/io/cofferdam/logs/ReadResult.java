package io.cofferdam.logs;

import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.model.source.InputSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What reading one content came to.
///
/// @param format the format's name, `unrecognised` or `empty`
/// @param contentBytes unpacked bytes read (gzip inside opened)
/// @param contentSha256 hash of the unpacked content, hex; empty when not all of it was read
/// @param events records handed to the sink as events (a copy is one record and two events);
///     `passedOver` recognised but not wanted; `undecodable` went to
///     the dead letters. Each record of the content is in exactly one of the three
/// @param first time of the earliest record, `last` of the latest, wanted or not
/// @param whole false when the content ended early, was broken or was cut off at a limit: there may
///     be records that nobody has seen; `notes` say why
public record ReadResult(
    String format,
    long contentBytes,
    String contentSha256,
    long events,
    long passedOver,
    long undecodable,
    @Nullable Instant first,
    @Nullable Instant last,
    boolean whole,
    List<String> notes) {
  public ReadResult {
    notes = List.copyOf(notes);
  }

  /// The summary of the input. Its `events` are all records decoded, wanted or not, so that the
  /// number does not depend on what was asked.
  ///
  /// @param sha256 hash of the file as it is on disk, hex; `bytes` its size
  public InputSummary summary(LogInput input, String sha256, long bytes, long duplicates) {
    return new InputSummary(
        input.number(),
        input.path(),
        sha256,
        contentSha256,
        bytes,
        format,
        events + passedOver,
        undecodable,
        duplicates,
        first,
        last,
        notes);
  }
}
