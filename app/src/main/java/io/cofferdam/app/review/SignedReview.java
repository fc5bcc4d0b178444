package io.cofferdam.app.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A review that somebody signed for.
///
/// @param takenAt when the configuration that it is about was read
/// @param at when it was signed
/// @param by whose key signed it, as that key was enrolled
/// @param sha256 of the document that was looked through, in hexadecimal
/// @param remark what the reviewer wants on record, or empty
/// @param readers by resource, ARNs of those who could surely read it
public record SignedReview(
    Instant takenAt,
    Instant at,
    String by,
    String sha256,
    String remark,
    Map<String, List<String>> readers) {
  /// How long a review holds.
  static final Duration HOLDS = Duration.ofDays(90);

  public SignedReview {
    var sorted = new TreeMap<String, List<String>>();
    readers.forEach((id, who) -> sorted.put(id, List.copyOf(who)));
    readers = Collections.unmodifiableMap(sorted);
  }

  /// When the next review is due.
  public Instant nextDue() {
    return takenAt.plus(HOLDS);
  }
}
