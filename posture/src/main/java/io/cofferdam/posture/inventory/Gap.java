package io.cofferdam.posture.inventory;

import io.cofferdam.posture.spi.CallOutcome;

/// What could not be learnt of a resource or an account, and why.
///
/// @param fact the fact that is missing: `policy`
/// @param call the call that would have told: `s3 GetBucketPolicy`
/// @param permission the action that a policy must allow for it; empty where no call would tell, as
///     of a resource that is only planned
/// @param outcome never conclusive
/// @param message the service's own words, or ours
public record Gap(
    String fact, String call, String permission, CallOutcome outcome, String message) {

  /// The same gap of another fact, which could not be learnt for the same reason.
  public Gap of(String other) {
    return new Gap(other, call, permission, outcome, message);
  }

  /// `s3:GetBucketPolicy was denied`.
  public String words() {
    if (permission.isEmpty()) {
      return "`" + fact + "`: " + message;
    }
    return switch (outcome) {
      case DENIED -> permission + " was denied";
      case UNSUPPORTED -> call + " is not supported there";
      case UNREACHED -> call + " was not asked" + (message.isEmpty() ? "" : ": " + message);
      case FAILED -> call + " failed" + (message.isEmpty() ? "" : ": " + message);
      case ANSWERED, ABSENT -> call + " was not asked";
    };
  }
}
