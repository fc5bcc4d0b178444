package io.cofferdam.access.aws.s3;

import java.time.Instant;
import java.util.Optional;

/// The configuration S3 gives a new bucket when its creator asks for nothing else.
///
/// Since April 2023 all four public access block settings are on and ACLs are disabled. AWS
/// rolled this out region by region "within weeks" and declared it done in all regions on
/// 2023-04-27 (AWS News Blog, "Heads-Up: Amazon S3 Security Changes Are Coming in April of
/// 2023"; its update of 2023-04-27 in "New: Simplify Access Management for Data Stored in
/// Amazon S3").
public final class BucketDefaults {
  static final Instant ROLL_OUT_BEGINS = Instant.parse("2023-04-05T00:00:00Z");
  static final Instant ROLLED_OUT = Instant.parse("2023-04-28T00:00:00Z");

  private BucketDefaults() {}

  /// The block a bucket created then starts with; empty while the roll-out was under way.
  public static Optional<PublicAccessBlock> blockAtCreation(Instant created) {
    if (created.isBefore(ROLL_OUT_BEGINS)) {
      return Optional.of(PublicAccessBlock.OFF);
    }
    return created.isBefore(ROLLED_OUT) ? Optional.empty() : Optional.of(PublicAccessBlock.ALL);
  }

  /// The ownership a bucket created then starts with; empty while the roll-out was under way.
  public static Optional<ObjectOwnership> ownershipAtCreation(Instant created) {
    if (created.isBefore(ROLL_OUT_BEGINS)) {
      return Optional.of(ObjectOwnership.OBJECT_WRITER);
    }
    return created.isBefore(ROLLED_OUT)
        ? Optional.empty()
        : Optional.of(ObjectOwnership.BUCKET_OWNER_ENFORCED);
  }
}
