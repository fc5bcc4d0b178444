package io.cofferdam.model.resource;

/// Kinds of resource whose exposure is followed.
public enum ResourceKind {
  S3_BUCKET("S3 bucket"),
  S3_ACCESS_POINT("S3 access point"),
  EBS_SNAPSHOT("EBS snapshot"),
  MACHINE_IMAGE("machine image"),
  RDS_SNAPSHOT("RDS snapshot"),
  ECR_REPOSITORY("ECR repository"),
  KMS_KEY("KMS key"),
  LAMBDA_FUNCTION("Lambda function"),
  IAM_ROLE("IAM role"),
  AZURE_STORAGE_ACCOUNT("Azure storage account"),
  AZURE_CONTAINER("Azure blob container"),
  DATABASE("database"),
  SECRET("secret"),
  OTHER("resource");

  private final String words;

  ResourceKind(String words) {
    this.words = words;
  }

  /// The kind as a person says it.
  public String words() {
    return words;
  }
}
