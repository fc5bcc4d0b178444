package io.cofferdam.access.aws.catalogue;

/// What an action does, in the words of the AWS Service Authorization Reference.
public enum AccessLevel {
  LIST,
  READ,
  WRITE,
  TAGGING,
  PERMISSIONS_MANAGEMENT
}
