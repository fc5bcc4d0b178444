package io.cofferdam.respond.spi;

/// A permission that one call needs.
///
/// @param action as the cloud's policies name it: `s3:PutBucketPublicAccessBlock`
/// @param resource the one resource it is needed for, or `*` where the cloud knows none narrower
public record Permission(String action, String resource) implements Comparable<Permission> {
  @Override
  public int compareTo(Permission other) {
    var byAction = action.compareTo(other.action);
    return byAction == 0 ? resource.compareTo(other.resource) : byAction;
  }

  /// `s3:PutBucketPolicy on arn:aws:s3:::shop-training`
  public String words() {
    return action + " on " + resource;
  }
}
