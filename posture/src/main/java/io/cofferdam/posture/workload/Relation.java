package io.cofferdam.posture.workload;

/// What a workload has to do with something else. Targets are what the service's answer holds:
/// ARNs, ids, `s3://` addresses.
public enum Relation {
  /// The role that it acts as (ARN).
  ROLE("role"),
  /// The role with which its knowledge base reads (ARN).
  BASE_ROLE("base-role"),
  /// The key that protects what it keeps (ARN, id or alias).
  KEY("key"),
  /// The model that it serves (name or ARN).
  SERVES("serves"),
  /// The package of the registry that it was made of.
  PACKAGE("package"),
  /// Where the files of its model lie (`s3://`).
  WEIGHTS("weights"),
  /// What its model was trained on (`s3://`).
  TRAINED_ON("trained-on"),
  /// What it looks up (ARN of a bucket).
  READS("reads"),
  /// Where its index lies (ARN).
  INDEX("index"),
  /// Where it writes results (`s3://`).
  WRITES("writes"),
  /// Where its requests and answers are captured (`s3://`).
  CAPTURES("captures"),
  /// The log group that it writes to (name).
  LOGS("logs"),
  /// A target group of a load balancer in front of it (ARN).
  TARGET_GROUP("target-group"),
  SUBNET("subnet"),
  SECURITY_GROUP("security-group"),
  VPC("vpc");

  private final String word;

  Relation(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
