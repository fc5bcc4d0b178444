package io.cofferdam.app.fetch;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// One thing to fetch: an object of a bucket, or what a source tells of one day.
///
/// @param key the object's key, or empty for what is asked by day
/// @param tag the object's entity tag; for what is asked by day, the part of that day that can be
///     told, or empty: all of it
/// @param size bytes, or -1 where it is not known before
record LogUnit(LogSource source, LocalDate day, String key, String tag, long size) {
  /// What expires first comes first; what is not known to expire comes last, the oldest first.
  static final Comparator<LogUnit> FIRST_TO_EXPIRE =
      Comparator.comparing((LogUnit unit) -> unit.expires().orElse(LocalDate.MAX))
          .thenComparing(LogUnit::day)
          .thenComparing(unit -> unit.source().kind())
          .thenComparing(LogUnit::id);

  Optional<LocalDate> expires() {
    return source.days().map(day::plusDays);
  }

  /// The same in every run that would get the same.
  String id() {
    return key.isEmpty() && !tag.isEmpty() ? owner() + "|" + tag : owner();
  }

  /// Whose file the copy is: a day of a source has one, each version of an object has its own.
  String owner() {
    return key.isEmpty()
        ? source.kind()
            + "|"
            + source.account()
            + "|"
            + source.region()
            + "|"
            + source.at()
            + "|"
            + day
        : "s3|" + source.at() + "|" + key + "|" + tag;
  }
}
