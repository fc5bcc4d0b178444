package io.cofferdam.respond.exposure;

import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One act that shared a snapshot or image with somebody, took the share back, made it or deleted
/// it.
///
/// @param grantee an account, `all`, the ARN of an organisation or unit; empty when the act is
///     about every grantee
/// @param account the account it was logged in, which owns the resource
/// @param change whether the grantee has the share from then on
record GrantChange(
    ResourceId resource, String grantee, String account, String region, Change<Boolean> change) {

  /// Two acts with equal keys are one act told twice.
  record Key(ResourceId resource, String grantee, Instant time, String words, String id) {}

  Key key() {
    return new Key(resource, grantee, change.time(), change.words(), change.ref().id());
  }

  static GrantChange first(GrantChange one, GrantChange other) {
    var byInput = Integer.compare(one.change.ref().input(), other.change.ref().input());
    var order =
        byInput != 0
            ? byInput
            : Long.compare(one.change.ref().record(), other.change.ref().record());
    return order <= 0 ? one : other;
  }
}
