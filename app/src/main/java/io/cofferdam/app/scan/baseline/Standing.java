package io.cofferdam.app.scan.baseline;

import java.time.Instant;

/// Where a finding stands against what was decided before.
public sealed interface Standing {
  /// Nothing was said about it.
  record Plain() implements Standing {}

  /// The baseline does not have it.
  record New() implements Standing {}

  /// The baseline has it.
  ///
  /// @param since when the baseline was taken
  record Known(Instant since) implements Standing {}

  /// Somebody answers for it.
  record Suppressed(Suppression by) implements Standing {}

  /// Somebody answered for it, until a day that is past. It counts again, whatever the baseline
  /// says.
  record Expired(Suppression by) implements Standing {}

  /// Whether it counts for the exit code.
  default boolean counts() {
    return switch (this) {
      case Plain _, New _, Expired _ -> true;
      case Known _, Suppressed _ -> false;
    };
  }

  /// As machines read it.
  default String word() {
    return switch (this) {
      case Plain _ -> "plain";
      case New _ -> "new";
      case Known _ -> "known";
      case Suppressed _ -> "suppressed";
      case Expired _ -> "expired";
    };
  }
}
