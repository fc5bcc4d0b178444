package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyReading;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// One question to one state: joins what the policy gives, what the ACLs give and what the blocks
/// take away, with unknown parts left unknown.
final class BucketQuestion {
  private final BucketState state;
  private final Outsiders outsiders;
  private final String audience;
  private final BucketRight right;
  private final Window window;
  private final Optional<PolicyDocument> policy;
  private final boolean policyUnusable;

  private final List<Reason> because = new ArrayList<>();
  private final List<OpenRegion> open = new ArrayList<>();
  private final Set<OpenRegion> possible = new LinkedHashSet<>();
  private final Set<BucketPart> missing = EnumSet.noneOf(BucketPart.class);

  BucketQuestion(
      BucketState state, Outsiders outsiders, String audience, BucketRight right, Window window) {
    this.state = state;
    this.outsiders = outsiders;
    this.audience = audience;
    this.right = right;
    this.window = window;
    Optional<PolicyReading> reading = state.policy().asOptional().map(PolicyParser::parse);
    this.policy = reading.flatMap(PolicyReading::asOptional);
    this.policyUnusable = reading.isPresent() && policy.isEmpty();
    if (reading.orElse(null) instanceof PolicyReading.Refused(var problems)) {
      because.add(Reason.of("the bucket policy is not usable: " + problems.get(0)));
    }
  }

  BucketAnswer answer() {
    BucketPaths paths = new BucketPaths(state, policy, outsiders, right, window);
    Ternary byPolicy = policyOpens(paths);
    Ternary byAcl = aclOpens(paths);
    Ternary opens = byPolicy.or(byAcl);
    ExposureState answer =
        switch (opens) {
          case TRUE -> ExposureState.OPEN;
          case FALSE -> ExposureState.CLOSED;
          case UNKNOWN -> ExposureState.UNKNOWN;
        };
    if (paths.cutShort()) {
      possible.add(new OpenRegion(baseText(), List.of(), "told in part"));
    }
    return new BucketAnswer(
        answer,
        because,
        open,
        answer == ExposureState.CLOSED ? List.of() : List.copyOf(possible),
        opens == Ternary.UNKNOWN ? missing : Set.of());
  }

  private String baseText() {
    return BucketPaths.base(state, policy, right).text();
  }

  private Ternary policyOpens(BucketPaths paths) {
    Ternary restrict = block(PublicAccessBlock::restrictPublicBuckets);
    if (state.policy() instanceof Part.Absent<String>) {
      because.add(Reason.of("there is no bucket policy"));
      return Ternary.FALSE;
    }
    if (policy.isEmpty()) {
      if (restrict == Ternary.TRUE && outsiders.reach() == Outsider.Reach.UNNAMED) {
        because.add(
            Reason.of(
                "whatever the bucket policy says, RestrictPublicBuckets keeps "
                    + audience
                    + " out"));
        return Ternary.FALSE;
      }
      if (!policyUnusable) {
        missing.add(BucketPart.POLICY);
        because.add(Reason.of("the bucket policy is not known"));
      }
      addMissingBlocks(restrict);
      possible.add(new OpenRegion(baseText(), List.of(), "not decided"));
      return Ternary.UNKNOWN;
    }
    PathAnswer answer = paths.policy();
    if (answer.opens() == Ternary.FALSE) {
      because.add(Reason.of("no request of " + audience + " can satisfy the bucket policy"));
      return Ternary.FALSE;
    }
    Ternary passes = restrict.and(paths.policyIsPublic()).not();
    if (passes == Ternary.FALSE) {
      because.add(
          0, Reason.of("RestrictPublicBuckets voids the bucket policy, which S3 calls public"));
      return Ternary.FALSE;
    }
    possible.addAll(answer.possible());
    if (answer.opens() == Ternary.UNKNOWN) {
      because.add(
          Reason.of("the bucket policy depends on " + String.join("; ", answer.undecided())));
      addMissingBlocks(restrict);
      addOwner(answer);
      return Ternary.UNKNOWN;
    }
    if (passes == Ternary.UNKNOWN) {
      because.add(
          Reason.of(
              "the bucket policy opens to "
                  + audience
                  + ", but a public access block may void it"));
      addMissingBlocks(restrict);
      return Ternary.UNKNOWN;
    }
    tellOpen(answer);
    return Ternary.TRUE;
  }

  private void tellOpen(PathAnswer answer) {
    open.addAll(answer.regions());
    String by = answer.regions().isEmpty() ? "it" : answer.regions().get(0).because();
    because.add(0, Reason.of(by + " lets " + audience + " " + verb()));
  }

  private String verb() {
    return right == BucketRight.READ ? "read objects" : "list objects";
  }

  private void addOwner(PathAnswer answer) {
    if (state.owner().isUnknown()
        && answer.undecided().stream().anyMatch(why -> why.contains("resourceaccount"))) {
      missing.add(BucketPart.OWNER);
    }
  }

  private Ternary aclOpens(BucketPaths paths) {
    Ternary enabled =
        switch (state.ownership()) {
          case Part.Known<ObjectOwnership>(var ownership) -> Ternary.of(!ownership.aclsDisabled());
          case Part.Absent<ObjectOwnership> a -> Ternary.TRUE;
          case Part.Unknown<ObjectOwnership> u -> Ternary.UNKNOWN;
        };
    if (enabled == Ternary.FALSE) {
      because.add(Reason.of("ACLs are disabled (BucketOwnerEnforced)"));
      return Ternary.FALSE;
    }
    Ternary ignored = block(PublicAccessBlock::ignorePublicAcls);
    if (ignored == Ternary.TRUE && outsiders.reach() == Outsider.Reach.UNNAMED) {
      because.add(Reason.of("IgnorePublicAcls voids public ACL grants"));
      return Ternary.FALSE;
    }
    BucketPaths.AclAnswer answer = paths.acl(ignored);
    if (answer.opens() == Ternary.FALSE) {
      because.add(Reason.of("no ACL gives " + audience + " anything that no Deny takes back"));
      return Ternary.FALSE;
    }
    missing.addAll(answer.missing());
    if (answer.opens() == Ternary.TRUE && enabled == Ternary.TRUE) {
      open.addAll(answer.regions());
      possible.addAll(answer.regions());
      because.add(0, Reason.of("an ACL lets " + audience + " " + verb()));
      return Ternary.TRUE;
    }
    possible.add(new OpenRegion(baseText(), List.of(), "not decided"));
    if (enabled == Ternary.UNKNOWN) {
      missing.add(BucketPart.OWNERSHIP);
    }
    addMissingBlocks(ignored);
    because.add(Reason.of("an ACL may let " + audience + " " + verb() + ": not all is known"));
    return Ternary.UNKNOWN;
  }

  /// A setting over all levels: on if on at any, off only if known to be off at every one.
  private Ternary block(Predicate<PublicAccessBlock> setting) {
    Ternary any = Ternary.FALSE;
    for (Part<PublicAccessBlock> level :
        List.of(state.bucketBlock(), state.accountBlock(), state.organisationBlock())) {
      any =
          any.or(
              switch (level) {
                case Part.Known<PublicAccessBlock>(PublicAccessBlock block) ->
                    Ternary.of(setting.test(block));
                case Part.Absent<PublicAccessBlock> a -> Ternary.FALSE;
                case Part.Unknown<PublicAccessBlock> u -> Ternary.UNKNOWN;
              });
    }
    return any;
  }

  private void addMissingBlocks(Ternary setting) {
    if (setting != Ternary.UNKNOWN) {
      return;
    }
    if (state.bucketBlock().isUnknown()) {
      missing.add(BucketPart.BUCKET_BLOCK);
    }
    if (state.accountBlock().isUnknown()) {
      missing.add(BucketPart.ACCOUNT_BLOCK);
    }
    if (state.organisationBlock().isUnknown()) {
      missing.add(BucketPart.ORGANISATION_BLOCK);
    }
  }
}
