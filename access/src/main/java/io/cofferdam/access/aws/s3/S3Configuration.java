package io.cofferdam.access.aws.s3;

/// Reads S3 configuration out of JSON as the clouds' logs write it: request parameters of
/// CloudTrail, answers of the S3 API, AWS Config supplementary configuration.
public final class S3Configuration {
  private S3Configuration() {}

  /// An access control list: GetBucketAcl JSON, `AccessControlPolicy` or `x-amz-acl` and
  /// `x-amz-grant-*` in CloudTrail, `grantList` of AWS Config.
  ///
  /// @param owner canonical id or account number of the owner where known, else empty
  public static S3Reading<Acl> acl(String json, String owner) {
    return new S3Reading.Unreadable<>("ACLs are not read yet");
  }

  /// The four public access block settings; one that is not mentioned is off.
  public static S3Reading<PublicAccessBlock> publicAccessBlock(String json) {
    return new S3Reading.Unreadable<>("public access blocks are not read yet");
  }

  /// The Object Ownership setting.
  public static S3Reading<ObjectOwnership> ownership(String json) {
    return new S3Reading.Unreadable<>("ownership is not read yet");
  }
}
