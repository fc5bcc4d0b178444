package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.KeyGrant;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.estate.Account;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.NamedPolicy;
import io.cofferdam.access.aws.estate.Organisation;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a resource brings to every request.
///
/// @param account empty where it is not known; then the caller's is taken
/// @param least the S3 controls under which the least is allowed, given what is known
/// @param most those under which the most is
/// @param grantsKnown false where there may be key grants that the snapshot does not hold
/// @param gaps in words, what is unknown beside policies
record ResourceSide(
    String account,
    Optional<PolicyDocument> policy,
    List<List<PolicyDocument>> rcps,
    List<KeyGrant> grants,
    boolean grantsKnown,
    S3Controls least,
    S3Controls most,
    List<String> gaps,
    Map<String, KeyState> context) {

  /// A resource that is being made, or an action without one.
  static ResourceSide none(String account, Places places) {
    Map<String, KeyState> context = new HashMap<>(places.resourceKeys(account));
    return new ResourceSide(
        account,
        Optional.empty(),
        places.rcps(account),
        List.of(),
        true,
        S3Controls.NONE,
        S3Controls.NONE,
        List.of(),
        context);
  }

  /// A resource that the snapshot does not hold.
  static ResourceSide unknown(String arn, Places places) {
    String[] fields = arn.split(":", 6);
    String account = fields.length == 6 ? fields[4] : "";
    return new ResourceSide(
        account,
        Optional.of(Stand.missing("the configuration of " + arn)),
        List.of(),
        List.of(),
        false,
        S3Controls.NONE,
        S3Controls.NONE,
        List.of("`" + arn + "` is not in the snapshot"),
        account.isEmpty() ? Map.of() : places.resourceKeys(account));
  }

  /// A user or role; only assuming a role goes by a policy of its own.
  static ResourceSide of(
      EstatePrincipal principal,
      Optional<PolicyDocument> trust,
      Set<String> usedTags,
      Places places) {
    Map<String, KeyState> context = new HashMap<>(places.resourceKeys(principal.account()));
    for (String key : usedTags) {
      if (key.startsWith("aws:resourcetag/") || key.startsWith("iam:resourcetag/")) {
        context.put(key, KeyState.ABSENT);
      }
    }
    principal
        .tags()
        .forEach(
            (key, value) -> {
              String lower = key.toLowerCase(Locale.ROOT);
              context.put("aws:resourcetag/" + lower, KeyState.of(value));
              context.put("iam:resourcetag/" + lower, KeyState.of(value));
            });
    return new ResourceSide(
        principal.account(),
        trust,
        places.rcps(principal.account()),
        List.of(),
        true,
        S3Controls.NONE,
        S3Controls.NONE,
        List.of(),
        context);
  }

  static ResourceSide of(
      Estate estate, EstateResource resource, Set<String> usedTags, Places places) {
    List<String> gaps = new ArrayList<>();
    Map<String, KeyState> context = new HashMap<>(RequestedRegion.of(resource));
    if (!resource.account().isEmpty()) {
      context.putAll(places.resourceKeys(resource.account()));
    }
    if (resource.tags() instanceof Part.Known<Map<String, String>>(Map<String, String> tags)) {
      for (String key : usedTags) {
        if (key.startsWith("aws:resourcetag/") || key.startsWith("s3:buckettag/")) {
          context.put(key, KeyState.ABSENT);
        }
      }
      tags.forEach(
          (key, value) -> {
            String lower = key.toLowerCase(Locale.ROOT);
            context.put("aws:resourcetag/" + lower, KeyState.of(value));
            context.put("s3:buckettag/" + lower, KeyState.of(value));
          });
    }
    Optional<PolicyDocument> policy =
        switch (resource.policy()) {
          case Part.Known<NamedPolicy>(NamedPolicy named) -> Optional.of(document(named, resource));
          case Part.Absent<NamedPolicy> a -> Optional.empty();
          case Part.Unknown<NamedPolicy> u -> Optional.of(missingPolicy(resource));
        };
    boolean policyKnown =
        resource
            .policy()
            .asOptional()
            .map(p -> p.document().isPresent())
            .orElse(!resource.policy().isUnknown());
    S3Controls least = S3Controls.NONE;
    S3Controls most = S3Controls.NONE;
    List<KeyGrant> grants = List.of();
    boolean grantsKnown = true;
    switch (resource.detail()) {
      case ResourceDetail.Bucket bucket -> {
        least = controls(estate, resource, bucket, false, true, new ArrayList<>());
        most = controls(estate, resource, bucket, true, policyKnown, gaps);
      }
      case ResourceDetail.Key key -> {
        grants = key.grants().asOptional().orElse(List.of());
        grantsKnown = !key.grants().isUnknown();
      }
      case ResourceDetail.Plain p -> {}
    }
    return new ResourceSide(
        resource.account(),
        policy,
        resource.account().isEmpty() ? List.of() : places.rcps(resource.account()),
        grants,
        grantsKnown,
        least,
        most,
        gaps,
        context);
  }

  private static PolicyDocument document(NamedPolicy policy, EstateResource resource) {
    return policy.document().orElseGet(() -> missingPolicy(resource));
  }

  private static PolicyDocument missingPolicy(EstateResource resource) {
    return Stand.missing("the policy of " + resource.words());
  }

  private static S3Controls controls(
      Estate estate,
      EstateResource resource,
      ResourceDetail.Bucket bucket,
      boolean most,
      boolean policyKnown,
      List<String> gaps) {
    Account account = estate.accounts().get(resource.account());
    Part<PublicAccessBlock> ofAccount =
        account == null ? Part.unknown("account") : account.publicAccessBlock();
    Part<PublicAccessBlock> ofOrganisation =
        switch (estate.organisation()) {
          case Part.Known<Organisation>(Organisation o) ->
              account != null && account.place().isPresent()
                  ? o.publicAccessBlock()
                  : Part.absent();
          case Part.Absent<Organisation> a -> Part.absent();
          case Part.Unknown<Organisation> u -> Part.unknown("organisation");
        };
    Part<Acl> acl = bucket.acl();
    Part<ObjectOwnership> ownership = bucket.ownership();
    boolean aclsOff = ownership.asOptional().map(ObjectOwnership::aclsDisabled).orElse(false);
    if (acl.isUnknown() && !aclsOff) {
      gaps.add("the ACL of " + resource.words() + " is not in the snapshot");
    }
    if (ownership.isUnknown() && !acl.isUnknown()) {
      gaps.add("the object ownership of " + resource.words() + " is not in the snapshot");
    }
    for (Part<PublicAccessBlock> part :
        List.of(ofOrganisation, ofAccount, bucket.publicAccessBlock())) {
      if (part.isUnknown()) {
        gaps.add("a public access block that applies to " + resource.words() + " is not known");
      }
    }
    Optional<Acl> list =
        acl.isUnknown() ? most ? Optional.of(OPEN_TO_ALL) : Optional.empty() : acl.asOptional();
    return new S3Controls(
        block(ofOrganisation, most, policyKnown),
        block(ofAccount, most, policyKnown),
        block(bucket.publicAccessBlock(), most, policyKnown),
        list,
        list,
        ownership.isUnknown()
            ? Optional.of(
                most ? ObjectOwnership.OBJECT_WRITER : ObjectOwnership.BUCKET_OWNER_ENFORCED)
            : ownership.asOptional(),
        Optional.empty());
  }

  private static final Acl OPEN_TO_ALL =
      new Acl("", List.of(new AclGrant(Grantee.Group.ALL_USERS, AclPermission.FULL_CONTROL)));

  /// Whether S3 calls a policy public cannot be said of one that is not known.
  private static Optional<PublicAccessBlock> block(
      Part<PublicAccessBlock> part, boolean most, boolean policyKnown) {
    if (part.isUnknown()) {
      return Optional.of(most ? PublicAccessBlock.OFF : PublicAccessBlock.ALL);
    }
    return part.asOptional()
        .map(
            b ->
                policyKnown
                    ? b
                    : new PublicAccessBlock(
                        b.blockPublicAcls(), b.ignorePublicAcls(), b.blockPublicPolicy(), false));
  }
}
