package io.cofferdam.access.aws.s3;

/// The four settings of S3 Block Public Access at one level (organisation, account, bucket or
/// access point).
///
/// `blockPublicAcls` and `blockPublicPolicy` refuse new public grants and leave existing ones
/// alone; only `ignorePublicAcls` and `restrictPublicBuckets` change what is allowed. Levels
/// combine to the most restrictive setting (Amazon S3 User Guide, "Blocking public access to your
/// Amazon S3 storage").
public record PublicAccessBlock(
    boolean blockPublicAcls,
    boolean ignorePublicAcls,
    boolean blockPublicPolicy,
    boolean restrictPublicBuckets) {

  public static final PublicAccessBlock OFF = new PublicAccessBlock(false, false, false, false);
  public static final PublicAccessBlock ALL = new PublicAccessBlock(true, true, true, true);

  /// The effect of two levels together.
  public PublicAccessBlock with(PublicAccessBlock other) {
    return new PublicAccessBlock(
        blockPublicAcls || other.blockPublicAcls,
        ignorePublicAcls || other.ignorePublicAcls,
        blockPublicPolicy || other.blockPublicPolicy,
        restrictPublicBuckets || other.restrictPublicBuckets);
  }
}
