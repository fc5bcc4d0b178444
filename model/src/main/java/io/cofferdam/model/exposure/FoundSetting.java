package io.cofferdam.model.exposure;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One setting of a resource as a snapshot found it at one instant: a known state, not a change.
/// What a snapshot could not learn is no found setting.
///
/// @param account the account that owns the resource
/// @param region where the resource is, or empty
/// @param resource the resource; for [Setting#ACCOUNT_BLOCK] any of the account
/// @param value the setting as the provider's API writes it (JSON), or empty where there is none
public record FoundSetting(
    EventRef ref,
    Instant time,
    String account,
    String region,
    ResourceId resource,
    Setting setting,
    String value) {

  /// Which setting.
  public enum Setting {
    /// That the resource is there; the value is empty.
    EXISTS,
    /// The bucket's policy: the document itself.
    POLICY,
    /// Answer of GetBucketAcl.
    ACL,
    /// `PublicAccessBlockConfiguration` of the bucket.
    BLOCK,
    /// `OwnershipControls` of the bucket.
    OWNERSHIP,
    /// `PublicAccessBlockConfiguration` of the account.
    ACCOUNT_BLOCK,
    /// With whom a disk snapshot is shared: a list of `UserId` or `Group` (`all`).
    SHARES
  }
}
