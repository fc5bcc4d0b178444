package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.PrincipalGrade;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.PrincipalMatcher;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.access.aws.symbolic.NamedValues;
import io.cofferdam.access.aws.symbolic.Shapes;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Asks every allowing path of a bucket for every class of callers of an audience.
final class BucketPaths {
  /// What a foreign account grants its own people, as far as we can know: everything.
  private static final PolicyDocument ALLOW_ALL =
      PolicyParser.parse(
              "{\"Version\":\"2012-10-17\",\"Statement\":"
                  + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}")
          .asOptional()
          .orElseThrow();

  private static final int MAX_OBJECT_ACLS = 2_000;
  private static final int MAX_REGIONS = 200;

  /// What the ACLs give.
  record AclAnswer(Ternary opens, List<OpenRegion> regions, Set<BucketPart> missing) {}

  private final BucketState state;
  private final Optional<PolicyDocument> policy;
  private final List<Outsider> classes;
  private final BucketRight right;
  private final Window window;
  private final NamedValues named;
  private final Pattern base;
  private boolean cutShort;

  BucketPaths(
      BucketState state,
      Optional<PolicyDocument> policy,
      Outsiders outsiders,
      BucketRight right,
      Window window) {
    this.state = state;
    this.policy = policy;
    this.right = right;
    this.window = window;
    this.classes = outsiders.classes(policy, state.owner().asOptional());
    this.named =
        NamedValues.of(policy.orElse(new PolicyDocument(PolicyVersion.V2012_10_17, List.of())));
    this.base = base(state, policy, right);
  }

  /// The ARNs in question: any object of the bucket, or the bucket itself.
  static Pattern base(BucketState state, Optional<PolicyDocument> policy, BucketRight right) {
    String arn = "arn:" + partition(policy) + ":s3:::" + state.bucket();
    return right == BucketRight.LIST ? Pattern.literal(arn) : Shapes.of(arn + "/^*");
  }

  /// Policies in China and in GovCloud name their own partition.
  private static String partition(Optional<PolicyDocument> policy) {
    for (Statement statement : policy.map(PolicyDocument::statements).orElse(List.of())) {
      for (Template value : statement.resource().values()) {
        for (String partition : List.of("aws-cn", "aws-us-gov")) {
          if (value.source().startsWith("arn:" + partition + ":s3:")) {
            return partition;
          }
        }
      }
    }
    return "aws";
  }

  /// Whether the regions told may lack some.
  boolean cutShort() {
    return cutShort;
  }

  Ternary policyIsPublic() {
    return policy.map(PublicPolicy::isPublic).orElse(Ternary.UNKNOWN);
  }

  PathAnswer policy() {
    Ternary opens = Ternary.FALSE;
    Set<OpenRegion> regions = new LinkedHashSet<>();
    Set<OpenRegion> possible = new LinkedHashSet<>();
    Set<String> undecided = new TreeSet<>();
    Optional<DecisionRequest> witness = Optional.empty();
    for (Outsider outsider : classes) {
      for (String action : right.actions()) {
        for (AllowPath allow : statements(Effect.ALLOW, outsider, action)) {
          if (regions.size() >= MAX_REGIONS) {
            cutShort = true;
            continue;
          }
          PathAnswer one = ask(outsider, action, allow, S3Controls.NONE);
          opens = opens.or(one.opens());
          regions.addAll(one.regions());
          possible.addAll(one.possible());
          undecided.addAll(one.undecided());
          witness = witness.or(one::witness);
        }
      }
    }
    if (grantsIdentityProvider()) {
      // whoever signs in there may hold such a session; the policy does not tell
      opens = opens.or(Ternary.UNKNOWN);
      undecided.add("a grant to an identity provider");
      possible.add(new OpenRegion(base.text(), List.of(), "a grant to an identity provider"));
    }
    return new PathAnswer(opens, witness, List.copyOf(regions), List.copyOf(possible), undecided);
  }

  private boolean grantsIdentityProvider() {
    return policy.map(PolicyDocument::statements).orElse(List.of()).stream()
        .anyMatch(
            statement ->
                statement.effect() == Effect.ALLOW
                    && right.actions().stream().anyMatch(statement.action()::matches)
                    && NamedValues.names(statement.principal()).stream()
                        .anyMatch(PrincipalName.Federated.class::isInstance));
  }

  private PathAnswer ask(Outsider outsider, String action, AllowPath allow, S3Controls controls) {
    PolicySet policies =
        PolicySet.of(outsider.anonymous() ? List.of() : List.of(ALLOW_ALL), policy)
            .withSession(
                outsider.principal().kind() == PrincipalKind.FEDERATED_USER
                    ? List.of(ALLOW_ALL)
                    : List.of())
            .withS3(controls);
    return new PathQuestion(
            outsider, right, action, state.owner().asOptional(), window, named, policies, base)
        .ask(allow, statements(Effect.DENY, outsider, action));
  }

  private List<AllowPath> statements(Effect effect, Outsider outsider, String action) {
    List<AllowPath> paths = new ArrayList<>();
    for (Statement statement : policy.map(PolicyDocument::statements).orElse(List.of())) {
      boolean applies =
          statement.effect() == effect
              && !(statement.principal() instanceof PrincipalElement.Missing)
              && statement.action().matches(action)
              && PrincipalMatcher.grade(statement, outsider.principal()) != PrincipalGrade.NO_MATCH;
      if (applies) {
        paths.add(
            new AllowPath(statement.name(), true, statement.resource(), statement.conditions()));
      }
    }
    return paths;
  }

  /// What the ACLs give.
  ///
  /// @param ignored whether public grants are void
  AclAnswer acl(Ternary ignored) {
    Set<BucketPart> missing = EnumSet.noneOf(BucketPart.class);
    List<OpenRegion> regions = new ArrayList<>();
    Ternary opens =
        right == BucketRight.LIST
            ? bucketAcl(ignored, regions, missing)
            : objectAcls(ignored, regions, missing);
    if (opens != Ternary.FALSE && policy.isEmpty() && !(state.policy() instanceof Part.Absent)) {
      // a Deny in the policy that is not known would win
      missing.add(BucketPart.POLICY);
      return new AclAnswer(Ternary.UNKNOWN, List.of(), missing);
    }
    return new AclAnswer(opens, regions, missing);
  }

  private Ternary bucketAcl(Ternary ignored, List<OpenRegion> regions, Set<BucketPart> missing) {
    return switch (state.acl()) {
      case Part.Absent<Acl> a -> Ternary.FALSE;
      case Part.Known<Acl>(Acl acl) -> grants(acl, base.text(), ignored, regions);
      case Part.Unknown<Acl> u -> unknownAcl(BucketPart.ACL, missing);
    };
  }

  private Ternary objectAcls(Ternary ignored, List<OpenRegion> regions, Set<BucketPart> missing) {
    return switch (state.objectAcls()) {
      case Part.Absent<Map<String, Acl>> a -> Ternary.FALSE;
      case Part.Known<Map<String, Acl>>(Map<String, Acl> byKey) -> {
        Ternary any = Ternary.FALSE;
        int asked = 0;
        for (Map.Entry<String, Acl> entry : byKey.entrySet()) {
          if (++asked > MAX_OBJECT_ACLS) {
            cutShort = true;
            any = any.or(Ternary.UNKNOWN);
            break;
          }
          String prefix = base.text().substring(0, base.text().indexOf('/') + 1);
          any = any.or(grants(entry.getValue(), prefix + entry.getKey(), ignored, regions));
        }
        yield any;
      }
      case Part.Unknown<Map<String, Acl>> u -> unknownAcl(BucketPart.OBJECT_ACLS, missing);
    };
  }

  /// Any grant may be there; only a Deny that covers everything closes.
  private Ternary unknownAcl(BucketPart part, Set<BucketPart> missing) {
    boolean possible = false;
    for (Outsider outsider : classes) {
      for (String action : right.actions()) {
        AllowPath path =
            new AllowPath("an ACL", false, new ResourceElement(true, List.of()), List.of());
        possible |= ask(outsider, action, path, S3Controls.NONE).opens() != Ternary.FALSE;
      }
    }
    if (!possible) {
      return Ternary.FALSE;
    }
    missing.add(part);
    return Ternary.UNKNOWN;
  }

  private Ternary grants(Acl acl, String arn, Ternary ignored, List<OpenRegion> regions) {
    Ternary any = Ternary.FALSE;
    for (AclGrant grant : acl.grants()) {
      if (!grant.permission().includes(AclPermission.READ)
          || (grant.isPublic() && ignored == Ternary.TRUE)) {
        continue;
      }
      Ternary opens = grant(acl, grant, arn);
      if (opens == Ternary.TRUE && grant.isPublic() && ignored == Ternary.UNKNOWN) {
        opens = Ternary.UNKNOWN;
      }
      if (opens == Ternary.TRUE) {
        regions.add(new OpenRegion(arn, List.of(), "an ACL grant"));
      }
      cutShort |= opens == Ternary.UNKNOWN;
      any = any.or(opens);
    }
    return any;
  }

  private Ternary grant(Acl acl, AclGrant grant, String arn) {
    Ternary any = Ternary.FALSE;
    AllowPath path =
        new AllowPath(
            "an ACL grant",
            false,
            new ResourceElement(false, List.of(Template.literal(arn))),
            List.of());
    S3Controls controls =
        new S3Controls(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            right == BucketRight.LIST ? Optional.of(acl) : Optional.empty(),
            right == BucketRight.READ ? Optional.of(acl) : Optional.empty(),
            Optional.empty(),
            Optional.empty());
    for (Outsider outsider : classes) {
      Ternary names = names(grant.grantee(), acl.owner(), outsider);
      if (names == Ternary.FALSE || any == Ternary.TRUE) {
        continue;
      }
      for (String action : right.actions()) {
        any = any.or(names.and(ask(outsider, action, path, controls).opens()));
      }
    }
    return any;
  }

  private static Ternary names(Grantee grantee, String owner, Outsider outsider) {
    RequestPrincipal caller = outsider.principal();
    return switch (grantee) {
      case Grantee.Group group ->
          switch (group) {
            case ALL_USERS -> Ternary.TRUE;
            case AUTHENTICATED_USERS -> Ternary.of(!outsider.anonymous());
            case LOG_DELIVERY -> Ternary.FALSE;
          };
      case Grantee.CanonicalUser(String id) -> {
        boolean same = id.equals(caller.account());
        boolean someone =
            outsider.reach() == Outsider.Reach.ANY_OUTSIDER
                && outsider.accountIsOpen()
                && !id.equals(owner);
        // without the owner's id the grant may be the owner's own
        yield owner.isEmpty() && (same || someone)
            ? Ternary.UNKNOWN
            : someone ? Ternary.UNKNOWN : Ternary.of(same && !id.equals(owner));
      }
      case Grantee.Account(String id) -> Ternary.of(id.equals(caller.account()));
      case Grantee.ByEmail e ->
          outsider.reach() == Outsider.Reach.UNNAMED || outsider.anonymous()
              ? Ternary.FALSE
              : Ternary.UNKNOWN;
    };
  }
}
