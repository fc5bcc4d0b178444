package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.EventRef;
import java.time.Instant;
import java.util.Comparator;

/// One part's value as one event told it.
///
/// @param subject `bucket name`, or `account id` for the account's block
/// @param basis whether the event set the value or found it
/// @param words what the event did, for people
record Observation(
    Subject subject,
    Instant time,
    BucketSetting setting,
    Basis basis,
    EventRef ref,
    String words,
    String principal) {

  /// What a setting belongs to.
  sealed interface Subject {
    record Bucket(String name) implements Subject {}

    record Account(String id) implements Subject {}
  }

  /// How an event knows a value.
  enum Basis {
    /// The event created the bucket, so the value holds from then and nothing held before.
    CREATION,
    /// The event set the value.
    CHANGE,
    /// The event shows a value that was there already.
    ANCHOR
  }

  private static final Comparator<Observation> BY_REF =
      Comparator.comparingInt((Observation o) -> o.ref().input())
          .thenComparingLong(o -> o.ref().record())
          .thenComparing(o -> o.ref().id())
          .thenComparing(Observation::words)
          .thenComparing(Observation::principal);

  /// Two observations with equal keys tell the same thing, whichever copy of a log they are from.
  record Key(Subject subject, Instant time, BucketSetting setting, Basis basis) {}

  Key key() {
    return new Key(subject, time, setting, basis);
  }

  /// The one of two equal tellings that was read first in the order of the inputs.
  static Observation first(Observation one, Observation other) {
    return BY_REF.compare(one, other) <= 0 ? one : other;
  }
}
