package io.cofferdam.model.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One input file or archive member, and what was found in it.
///
/// @param number the number that [io.cofferdam.model.event.EventRef#input()] refers to
/// @param path the path as given, archive members as `outer!/member`
/// @param sha256 hash of the file's bytes as they are on disk (members: of their content), hex
/// @param contentSha256 hash of the unpacked content, hex; empty when it was not computed
/// @param format the format's name, `unrecognised`, `empty`, or `archive`
/// @param events records decoded; `undecodable` records that went to the dead-letter file
/// @param duplicates records already seen in another place, counted once
/// @param notes what a reader must know: truncated, mis-encoded, cut off at a limit
public record InputSummary(
    int number,
    String path,
    String sha256,
    String contentSha256,
    long bytes,
    String format,
    long events,
    long undecodable,
    long duplicates,
    @Nullable Instant first,
    @Nullable Instant last,
    List<String> notes) {
  public InputSummary {
    notes = List.copyOf(notes);
  }
}
