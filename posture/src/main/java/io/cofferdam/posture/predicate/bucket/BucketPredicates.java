package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.posture.predicate.Predicate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The predicates on buckets and access points, by name.
public final class BucketPredicates {
  private static final List<String> READS =
      List.of("s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:ListBucketVersions");
  private static final List<String> WRITES =
      List.of(
          "s3:PutObject",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:AbortMultipartUpload",
          "s3:PutBucketPolicy",
          "s3:PutBucketAcl",
          "s3:PutObjectAcl");

  private BucketPredicates() {}

  /// Whether all four settings of the public access block hold for a bucket.
  public static Predicate block() {
    return new BucketBlock();
  }

  public static Map<String, Predicate> all() {
    return Map.ofEntries(
        Map.entry("s3-block-on", new BucketBlock()),
        Map.entry("s3-account-block", new AccountBlock()),
        Map.entry("s3-no-public-read", new BucketAudience(new Audience.Anyone(), READS)),
        Map.entry("s3-no-public-write", new BucketAudience(new Audience.Anyone(), WRITES)),
        Map.entry("s3-no-any-account", new BucketAudience(new Audience.AnyAccount(), READS)),
        Map.entry("s3-no-outsider", new ExternalReaders(READS)),
        Map.entry(
            "s3-access-point-closed",
            new AccessPointExposure(Stream.concat(READS.stream(), WRITES.stream()).toList())),
        Map.entry("s3-object-lists-closed", new ObjectAcls()),
        Map.entry("s3-perimeter", new Perimeter()),
        Map.entry("s3-tls-only", new BucketProperty(new Property.TlsAtLeast("1.0"))),
        Map.entry("s3-tls13-only", new BucketProperty(new Property.TlsAtLeast("1.3"))),
        Map.entry("s3-default-key", new DefaultEncryption()),
        Map.entry("s3-key-enforced", new DefaultEncryption.Enforced()),
        Map.entry("s3-access-logging", new AccessLogging()),
        Map.entry("s3-data-events", new DataEvents()),
        Map.entry("s3-object-lock", new ObjectLock()),
        Map.entry("s3-class-tag", new ClassTag()),
        Map.entry("s3-class-contradiction", new ClassTag.Contradiction()),
        Map.entry("s3-residency", new Residency()),
        Map.entry("data-flows-residency", new DataFlows()));
  }
}
