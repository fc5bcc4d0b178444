package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// A request through an S3 access point (Amazon S3 User Guide, "Configuring IAM policies for using
/// access points"; "Creating access points restricted to a virtual private cloud").
///
/// The access point's policy names `.../accesspoint/NAME/object/KEY`, the bucket's policy
/// `arn:aws:s3:::BUCKET/KEY`; the request may be told in either form. That a caller's own policies
/// may use either is from memory.
final class AccessPointSide {
  private static final String OBJECT = "/object/";

  private final Facts facts;
  private final AccessPoint point;
  private final Optional<PolicyDocument> bucketPolicy;
  private final String key;

  AccessPointSide(Facts facts, AccessPoint point, Optional<PolicyDocument> bucketPolicy) {
    this.facts = facts;
    this.point = point;
    this.bucketPolicy = bucketPolicy;
    this.key = key(facts.request.resource());
  }

  boolean isObjectLambda() {
    return point.arn().contains(":s3-object-lambda:")
        || facts.request.resource().contains(":s3-object-lambda:");
  }

  /// The object asked for, with its slash; empty for the bucket itself.
  private String key(String resource) {
    if (resource.startsWith(point.arn())) {
      String rest = resource.substring(point.arn().length());
      return rest.startsWith(OBJECT) ? rest.substring(OBJECT.length() - 1) : "";
    }
    int slash = resource.indexOf('/');
    return slash < 0 ? "" : resource.substring(slash);
  }

  /// What the access point's policy calls it.
  Target own() {
    return new Target.Named(ownArn());
  }

  private String ownArn() {
    return key.isEmpty() ? point.arn() : point.arn() + OBJECT + key.substring(1);
  }

  private boolean toldAsBucket() {
    return facts.request.resource().contains(":s3:::");
  }

  /// What the bucket's policy calls it.
  Target bucket() {
    if (toldAsBucket()) {
      return new Target.Named(facts.request.resource());
    }
    TreeSet<String> named = new TreeSet<>();
    for (Statement statement : bucketPolicy.map(PolicyDocument::statements).orElse(List.of())) {
      statement.resource().values().forEach(value -> bucketOf(value).ifPresent(named::add));
    }
    if (named.size() == 1) {
      return new Target.Named(named.first() + key);
    }
    return new Target.OneOf(Pattern.glob("arn:*:s3:::?*" + Template.literal(key).text()));
  }

  /// S3 accepts a bucket policy only for its own bucket, so what it names tells which that is.
  private static Optional<String> bucketOf(Template resource) {
    String text = resource.source();
    int from = text.indexOf(":s3:::");
    if (from < 0) {
      return Optional.empty();
    }
    int slash = text.indexOf('/', from);
    String bucket = slash < 0 ? text : text.substring(0, slash);
    return bucket.indexOf('*') < 0 && bucket.indexOf('?') < 0 && bucket.indexOf('$') < 0
        ? Optional.of(bucket)
        : Optional.empty();
  }

  /// What the caller's own policies and the organisation's may call it.
  Target either() {
    Target bucket = bucket();
    return bucket instanceof Target.Named(String arn) ? new Target.Either(ownArn(), arn) : own();
  }

  /// Whether the network origin lets the request in: one that is bound to a VPC takes requests
  /// from there alone.
  Ternary network(Findings findings) {
    if (point.vpcId().isEmpty()) {
      return Ternary.TRUE;
    }
    String vpc = point.vpcId().get();
    Ternary inside =
        switch (facts.context.state("aws:sourcevpc")) {
          case KeyState.Unknown u -> Ternary.UNKNOWN;
          case KeyState.Present(List<String> values) -> Ternary.of(values.contains(vpc));
          case KeyState.Absent a ->
              facts.context.state("aws:sourcevpce") instanceof KeyState.Absent
                  ? Ternary.FALSE
                  : Ternary.UNKNOWN;
        };
    if (inside == Ternary.FALSE) {
      findings.miss(
          Because.of(
              PolicyLayer.ACCESS_POINT,
              "the access point's network origin is `"
                  + vpc
                  + "` and the request does not come from there (aws:SourceVpc)"));
    } else if (inside == Ternary.UNKNOWN) {
      findings.open("condition key aws:SourceVpc");
    }
    return inside;
  }
}
