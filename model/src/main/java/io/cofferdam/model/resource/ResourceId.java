package io.cofferdam.model.resource;

/// Names one resource: on AWS its ARN (`arn:aws:s3:::bucket` for a bucket), on Azure
/// `https://account.blob.core.windows.net/container` for a blob container and
/// `https://account.blob.core.windows.net` for a storage account, for a database
/// `db:engine:instance/database`.
public record ResourceId(ResourceKind kind, String id) implements Comparable<ResourceId> {

  public static ResourceId bucket(String name) {
    return new ResourceId(ResourceKind.S3_BUCKET, "arn:aws:s3:::" + name);
  }

  /// The bucket's name where this is a bucket, else the whole id.
  public String shortName() {
    return kind == ResourceKind.S3_BUCKET ? id.substring(id.lastIndexOf(':') + 1) : id;
  }

  @Override
  public int compareTo(ResourceId other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
