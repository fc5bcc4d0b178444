package io.cofferdam.access.exposure;

/// The parts of a bucket's state, by the names used in answers and in the report.
public enum BucketPart {
  OWNER("owner account"),
  POLICY("bucket policy"),
  ACL("bucket ACL"),
  OBJECT_ACLS("object ACLs"),
  BUCKET_BLOCK("public access block of the bucket"),
  ACCOUNT_BLOCK("public access block of the account"),
  ORGANISATION_BLOCK("public access block of the organisation"),
  OWNERSHIP("object ownership");

  private final String words;

  BucketPart(String words) {
    this.words = words;
  }

  /// The part as a person says it.
  public String words() {
    return words;
  }
}
