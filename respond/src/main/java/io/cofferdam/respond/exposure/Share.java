package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;
import java.util.List;

/// One act that shared a resource or took a share back, as the list of changes tells it.
///
/// @param words what it did, for people
/// @param audiences whom it names outside the resource's own account; empty when none
/// @param account the account it was logged in
record Share(
    ResourceId resource,
    Instant time,
    String words,
    String principal,
    List<Audience> audiences,
    String account,
    EventRef ref) {
  Share {
    audiences = List.copyOf(audiences);
  }

  /// Two shares with equal keys are one act told twice.
  record Key(ResourceId resource, Instant time, String words, String id) {}

  Key key() {
    return new Key(resource, time, words, ref.id());
  }

  static Share first(Share one, Share other) {
    var byInput = Integer.compare(one.ref.input(), other.ref.input());
    var order = byInput != 0 ? byInput : Long.compare(one.ref.record(), other.ref.record());
    return order <= 0 ? one : other;
  }
}
