package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.scene.Scene;

/// For how many days logs must be kept.
///
/// @param days at least a day
/// @param words where the figure is from
record Retention(long days, String words) {
  /// For how long logs must be at hand without being fetched from an archive (PCI DSS 10.5.1).
  static final long HOT = 90;

  /// What the data map demands; else twelve months (PCI DSS 10.5.1).
  static Retention of(Scene scene) {
    var told = scene.expected().logDays();
    return told > 0
        ? new Retention(told, told + " days, as the data map demands")
        : new Retention(365, "365 days, the figure of PCI DSS where the data map names none");
  }
}
