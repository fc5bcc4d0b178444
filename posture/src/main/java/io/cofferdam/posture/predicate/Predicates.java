package io.cofferdam.posture.predicate;

import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.exposure.Audience;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The predicates that controls may name.
public final class Predicates {
  private static final List<String> READS =
      List.of("s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket", "s3:ListBucketVersions");
  private static final List<String> WRITES =
      List.of(
          "s3:PutObject",
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:PutBucketPolicy",
          "s3:PutBucketAcl",
          "s3:PutObjectAcl");

  private static final Map<String, Predicate> ALL =
      Map.of(
          "s3-no-public-read", new BucketAudience(new Audience.Anyone(), READS),
          "s3-no-public-write", new BucketAudience(new Audience.Anyone(), WRITES),
          "s3-no-any-account", new BucketAudience(new Audience.AnyAccount(), READS),
          "s3-tls-only", new BucketProperty(new Property.TlsAtLeast("1.0")),
          "s3-tls13-only", new BucketProperty(new Property.TlsAtLeast("1.3")),
          "policy-not-public", new PolicyNotPublic());

  public static Set<String> names() {
    return new TreeSet<>(ALL.keySet());
  }

  public Predicate named(String name) {
    var found = ALL.get(name);
    if (found == null) {
      throw new CofferdamBug("no predicate " + name);
    }
    return found;
  }
}
