package io.cofferdam.app.scan.baseline;

import java.time.LocalDate;

/// Somebody answers for leaving a finding as it is, until a day.
///
/// @param finding the finding's id
/// @param expires the last day on which it holds, in UTC
public record Suppression(String finding, String owner, String reason, LocalDate expires) {
  /// Whether it still holds.
  public boolean holdsOn(LocalDate today) {
    return !today.isAfter(expires);
  }
}
