package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import java.util.Optional;

/// What S3 has beside policies. Absent means none is set.
///
/// @param acl of the bucket
/// @param objectAcl of the object asked for
public record S3Controls(
    Optional<PublicAccessBlock> organisationBlock,
    Optional<PublicAccessBlock> accountBlock,
    Optional<PublicAccessBlock> bucketBlock,
    Optional<Acl> acl,
    Optional<Acl> objectAcl,
    Optional<ObjectOwnership> ownership,
    Optional<AccessPoint> accessPoint) {

  public static final S3Controls NONE =
      new S3Controls(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// The most restrictive combination of all levels, the access point's included.
  public PublicAccessBlock effectiveBlock() {
    if (bucketBlock.isEmpty()
        && accountBlock.isEmpty()
        && organisationBlock.isEmpty()
        && accessPoint.isEmpty()) {
      return PublicAccessBlock.OFF;
    }
    return organisationBlock
        .orElse(PublicAccessBlock.OFF)
        .with(accountBlock.orElse(PublicAccessBlock.OFF))
        .with(bucketBlock.orElse(PublicAccessBlock.OFF))
        .with(accessPoint.flatMap(AccessPoint::publicAccessBlock).orElse(PublicAccessBlock.OFF));
  }

  /// Whether ACLs grant nothing at all.
  public boolean aclsDisabled() {
    return ownership.map(ObjectOwnership::aclsDisabled).orElse(false);
  }
}
