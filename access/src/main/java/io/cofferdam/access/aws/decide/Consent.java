package io.cofferdam.access.aws.decide;

import io.cofferdam.model.Ternary;

/// How a resource's policy and the caller's own policies must come together (IAM User Guide,
/// "Policy evaluation for requests within a single account", "Cross-account policy evaluation
/// logic").
enum Consent {
  /// Same account: either suffices.
  EITHER,
  /// Same account, but the resource must allow or pass the right on to its account: KMS keys,
  /// role trust.
  RESOURCE_LEADS,
  /// Other account: both.
  BOTH,
  /// The caller has no account and thus no policies of its own.
  RESOURCE_ALONE;

  Ternary of(ResourceGrants resource, IdentitySide identity) {
    return switch (this) {
      case EITHER ->
          resource.direct().or(resource.role().and(identity.limits())).or(identity.effective());
      case RESOURCE_LEADS ->
          resource
              .direct()
              .or(resource.role().and(identity.limits()))
              .or(resource.account().and(identity.effective()));
      case BOTH -> resource.any().and(identity.effective());
      case RESOURCE_ALONE -> resource.direct();
    };
  }
}
