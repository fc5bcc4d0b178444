package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.model.Ternary;
import java.util.Optional;
import java.util.Set;

/// What S3 adds to a bucket's policy: access control lists, public access block, and objects that
/// belong to somebody else than the bucket (Amazon S3 User Guide, "How Amazon S3 authorizes a
/// request for an object operation"; "Blocking public access to your Amazon S3 storage").
final class BucketSide {
  /// Object actions that S3 decides by the bucket alone, whoever owns the object.
  private static final Set<String> BY_BUCKET_OWNER =
      Set.of(
          "s3:putobject",
          "s3:deleteobject",
          "s3:deleteobjectversion",
          "s3:abortmultipartupload",
          "s3:listmultipartuploadparts",
          "s3:restoreobject",
          "s3:replicateobject",
          "s3:replicatedelete",
          "s3:replicatetags");

  private final Facts facts;
  private final PolicySet policies;
  private final Findings findings;

  BucketSide(Facts facts, PolicySet policies, Findings findings) {
    this.facts = facts;
    this.policies = policies;
    this.findings = findings;
  }

  /// What bucket policy and access control lists give.
  ResourceGrants grants(LayerResult policy) {
    Ternary passes = foreignObject() ? Ternary.FALSE : notRestricted(policy, policies.resource());
    if (passes == Ternary.TRUE) {
      findings.allow(policy.allowing());
    }
    PrincipalGrade acl = AclGrade.of(facts, policies.s3());
    if (acl != PrincipalGrade.NO_MATCH) {
      findings.allow(new Because(PolicyLayer.ACL, "", null, () -> Reasons.acl(facts, acl)));
    }
    return ResourceGrants.of(policy, facts, passes).plus(acl);
  }

  /// Whether the object belongs to another account than the bucket, so that neither the bucket's
  /// policy nor the bucket owner's own policies give anything on it. Denies of the bucket's policy
  /// still count.
  boolean foreignObject() {
    S3Controls s3 = policies.s3();
    if (!facts.request.resource().contains("/")
        || s3.ownership().map(ObjectOwnership::aclsDisabled).orElse(false)
        || BY_BUCKET_OWNER.contains(facts.action)) {
      return false;
    }
    String object = s3.objectAcl().map(Acl::owner).orElse("");
    String bucket = s3.acl().map(Acl::owner).orElse("");
    boolean foreign = !object.isEmpty() && !bucket.isEmpty() && !object.equals(bucket);
    if (foreign) {
      findings.miss(
          Because.of(
              PolicyLayer.ACL,
              "the object is owned by another account than the bucket (Object Ownership is not"
                  + " BucketOwnerEnforced): the bucket policy gives nothing on it, only the"
                  + " object's ACL does"));
    }
    return foreign;
  }

  /// RestrictPublicBuckets: a policy that S3 calls public gives nothing beyond the account and
  /// AWS services.
  Ternary notRestricted(LayerResult policy, Optional<PolicyDocument> document) {
    if (exempt(policy) || document.isEmpty()) {
      return Ternary.TRUE;
    }
    return tell(policy.layer(), PublicPolicy.isPublic(document.get()).not());
  }

  /// The same for the policy of an access point; one of network origin VPC is never public.
  Ternary accessPointNotRestricted(LayerResult policy, AccessPoint point) {
    if (exempt(policy) || point.vpcId().isPresent() || facts.inAccount(point.accountId())) {
      return Ternary.TRUE;
    }
    return tell(
        policy.layer(),
        point.policy().map(PublicPolicy::isPublicOnAccessPoint).orElse(Ternary.FALSE).not());
  }

  private boolean exempt(LayerResult policy) {
    String pointAccount = policies.s3().accessPoint().map(AccessPoint::accountId).orElse("");
    return policy.allows() == Ternary.FALSE
        || facts.request.sameAccount()
        || facts.inAccount(pointAccount)
        || facts.caller.kind() == PrincipalKind.AWS_SERVICE
        || !policies.s3().effectiveBlock().restrictPublicBuckets();
  }

  private Ternary tell(PolicyLayer layer, Ternary passes) {
    if (passes == Ternary.FALSE) {
      findings.miss(
          Because.of(
              PolicyLayer.PUBLIC_ACCESS_BLOCK,
              "RestrictPublicBuckets is on and S3 calls the "
                  + (layer == PolicyLayer.RESOURCE ? "bucket policy" : layer.words())
                  + " public, so it gives nothing beyond the owner's account and AWS services"));
    } else if (passes == Ternary.UNKNOWN) {
      findings.open("whether S3 classifies the " + layer.words() + " as public");
    }
    return passes;
  }
}
