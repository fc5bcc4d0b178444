package io.cofferdam.respond.exposure;

import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One act that set a part of what decides who may use a resource with a policy.
///
/// @param account the account it was logged in, which owns the resource
/// @param change the part's text from then on; empty text is: none
record PolicyChange(
    ResourceId resource, Slot slot, String account, String region, Change<String> change) {

  /// A part of the resource that has a history of its own.
  sealed interface Slot {

    /// All parts at once: the resource was made (the text is its first policy) or deleted.
    record Whole() implements Slot {}

    /// The resource policy: key policy, repository policy, trust policy.
    record Policy() implements Slot {}

    /// A key grant by its id, or a statement of a function's policy by its id.
    record Item(String id) implements Slot {}

    /// Whether a function has a URL: its authentication type, or empty.
    record FunctionUrl() implements Slot {}

    /// The name of the bucket behind an access point.
    record Bucket() implements Slot {}

    /// The policy of that bucket.
    record BucketPolicy() implements Slot {}

    /// Whether a key is disabled: `disabled`, or empty.
    record Disabled() implements Slot {}
  }

  /// Two acts with equal keys are one act told twice.
  record Key(ResourceId resource, Slot slot, Instant time, String words, String id) {}

  Key key() {
    return new Key(resource, slot, change.time(), change.words(), change.ref().id());
  }

  static PolicyChange first(PolicyChange one, PolicyChange other) {
    var byInput = Integer.compare(one.change.ref().input(), other.change.ref().input());
    var order =
        byInput != 0
            ? byInput
            : Long.compare(one.change.ref().record(), other.change.ref().record());
    return order <= 0 ? one : other;
  }
}
