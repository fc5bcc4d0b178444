package io.cofferdam.access.aws.estate;

import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.KeyGrant;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.Part;
import java.util.List;
import java.util.Optional;

/// What only some kinds of resource have.
public sealed interface ResourceDetail {

  /// An S3 bucket.
  ///
  /// @param encryptionKey ARN of the KMS key new objects are encrypted with by default;
  ///     [#AWS_MANAGED] for the key AWS keeps; absent where S3's own keys are used
  /// @param region where it is, which its ARN does not tell; empty where not told
  record Bucket(
      Part<PublicAccessBlock> publicAccessBlock,
      Part<Acl> acl,
      Part<ObjectOwnership> ownership,
      Part<String> encryptionKey,
      List<AccessPoint> accessPoints,
      Optional<String> region)
      implements ResourceDetail {
    /// Stands for the AWS managed key `aws/s3` of the bucket's account.
    public static final String AWS_MANAGED = "aws/s3";

    public Bucket {
      accessPoints = List.copyOf(accessPoints);
    }
  }

  /// A KMS key.
  record Key(Part<List<KeyGrant>> grants) implements ResourceDetail {}

  /// Any other kind.
  record Plain() implements ResourceDetail {}
}
