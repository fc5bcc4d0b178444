package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Decides requests by AWS's evaluation logic (IAM User Guide, "Policy evaluation logic",
/// "Cross-account policy evaluation logic"; Amazon S3 User Guide, "How Amazon S3 authorizes a
/// request").
///
/// Any Deny wins. Then every ceiling must allow: resource control policies, service control
/// policies, the VPC endpoint policy. Then, within one account, identity or resource policy
/// suffices, save that keys and role trust must allow themselves; across accounts both must. A
/// boundary or session policy limits what identity policies, and grants to the role, give; it
/// does not limit a grant made to the user or session itself.
public final class Decider {
  /// Services that resource control policies reach (AWS Organizations User Guide, "Resource
  /// control policies", services that support them; 2025).
  private static final Set<String> RCP_SERVICES =
      Set.of("s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss");

  private final DecisionRequest request;
  private final PolicySet policies;
  private final Set<String> residual = new TreeSet<>();
  private final List<Because> allowing = new ArrayList<>();
  private final List<Because> denying = new ArrayList<>();
  private final List<Because> missing = new ArrayList<>();
  private final StatementMatcher matcher;
  private final String service;
  private Ternary denied = Ternary.FALSE;

  private Decider(DecisionRequest request, PolicySet policies) {
    this.request = request;
    this.policies = policies;
    this.matcher = new StatementMatcher(request, residual);
    int colon = request.action().indexOf(':');
    this.service = colon < 0 ? "" : request.action().substring(0, colon).toLowerCase(Locale.ROOT);
  }

  public static Decision decide(DecisionRequest request, PolicySet policies) {
    return new Decider(request, policies).decide();
  }

  private Decision decide() {
    if (policies.s3().accessPoint().isPresent()) {
      return new Decision.Unknown(List.of("access points are not supported yet"), List.of());
    }
    Ternary ceilings = serviceControl().and(resourceControl()).and(endpoint());
    Ternary allowed = ceilings.and(granted());
    if (denied == Ternary.TRUE) {
      return new Decision.ExplicitlyDenied(denying);
    }
    if (allowed == Ternary.FALSE) {
      return new Decision.ImplicitlyDenied(missing);
    }
    if (allowed == Ternary.TRUE && denied == Ternary.FALSE) {
      return new Decision.Allowed(allowing);
    }
    return new Decision.Unknown(List.copyOf(residual), allowing);
  }

  private LayerResult layer(PolicyLayer layer, List<PolicyDocument> documents) {
    LayerResult result = LayerResult.of(layer, documents, request, matcher);
    denied = denied.or(result.denies());
    denying.addAll(result.denying());
    return result;
  }

  private Ternary serviceControl() {
    RequestPrincipal caller = request.principal();
    boolean serviceLinked =
        caller.name().contains("/aws-service-role/")
            || caller.roleName().startsWith("AWSServiceRoleFor");
    if (caller.account().isEmpty() || serviceLinked) {
      return Ternary.TRUE;
    }
    Ternary all = Ternary.TRUE;
    for (List<PolicyDocument> level : policies.scps()) {
      all = all.and(ceiling(layer(PolicyLayer.SERVICE_CONTROL, level), "service control policies"));
    }
    return all;
  }

  private Ternary resourceControl() {
    if (!RCP_SERVICES.contains(service)
        || request.principal().name().contains("/aws-service-role/")) {
      return Ternary.TRUE;
    }
    Ternary all = Ternary.TRUE;
    for (List<PolicyDocument> level : policies.rcps()) {
      LayerResult result = layer(PolicyLayer.RESOURCE_CONTROL, level);
      // RCPFullAWSAccess is attached everywhere and cannot be detached
      all =
          all.and(result.hasAllow() ? ceiling(result, "resource control policies") : Ternary.TRUE);
    }
    return all;
  }

  private Ternary endpoint() {
    return policies.endpoint().isEmpty()
        ? Ternary.TRUE
        : ceiling(layer(PolicyLayer.ENDPOINT, policies.endpoint()), "VPC endpoint policy");
  }

  private Ternary ceiling(LayerResult result, String name) {
    Ternary allows = result.allows();
    if (allows == Ternary.FALSE) {
      missing.add(new Because(result.layer(), "", "no statement of the " + name + " allows it"));
    }
    return allows;
  }

  private Ternary granted() {
    LayerResult resource =
        layer(PolicyLayer.RESOURCE, policies.resource().map(List::of).orElse(List.of()));
    LayerResult identity = layer(PolicyLayer.IDENTITY, policies.identity());
    Ternary boundary = Ternary.TRUE;
    for (PolicyDocument one : policies.boundaries()) {
      boundary = boundary.and(layer(PolicyLayer.BOUNDARY, List.of(one)).allows());
    }
    Ternary session =
        policies.session().isEmpty()
            ? Ternary.TRUE
            : layer(PolicyLayer.SESSION, policies.session()).allows();
    Ternary limits = boundary.and(session);
    Ternary fromIdentity = identity.allows();
    if (request.principal().kind() == PrincipalKind.ACCOUNT_ROOT) {
      fromIdentity = Ternary.TRUE;
      allowing.add(
          new Because(
              PolicyLayer.ACCOUNT_ROOT, "", "the root user holds all of its account's rights"));
    }
    allowing.addAll(identity.allowing());
    ResourceGrants grants = resourceGrants(resource);
    Ternary granted =
        switch (request.principal().kind()) {
          case ANONYMOUS -> grants.everyone();
          case AWS_SERVICE, IDENTITY_PROVIDER -> grants.exact().or(grants.everyone());
          case ACCOUNT_ROOT, IAM_USER, IAM_ROLE, ROLE_SESSION, FEDERATED_USER ->
              request.sameAccount()
                  ? sameAccount(grants, fromIdentity.and(limits), limits)
                  : grants.any().and(fromIdentity.and(limits));
        };
    if (granted == Ternary.FALSE) {
      explainMissing(grants, fromIdentity, limits);
    }
    return granted.or(new GrantMatcher(request).matches(policies.grants(), allowing));
  }

  private Ternary sameAccount(ResourceGrants grants, Ternary identitySide, Ternary limits) {
    Ternary direct = grants.exact().or(grants.everyone()).or(grants.roleOfSession().and(limits));
    boolean resourceMustAllow =
        service.equals("kms")
            || request.action().toLowerCase(Locale.ROOT).startsWith("sts:assumerole");
    return direct.or(resourceMustAllow ? grants.account().and(identitySide) : identitySide);
  }

  /// What the resource policy and the access control lists give, by how closely they name the
  /// caller.
  private record ResourceGrants(
      Ternary exact, Ternary everyone, Ternary roleOfSession, Ternary account) {
    Ternary any() {
      return exact.or(everyone).or(roleOfSession).or(account);
    }
  }

  private ResourceGrants resourceGrants(LayerResult resource) {
    Ternary passes = restriction(resource);
    PrincipalGrade acl = AclGrade.of(request, policies.s3());
    if (acl != PrincipalGrade.NO_MATCH) {
      allowing.add(new Because(PolicyLayer.ACL, "", "an access control list grants it"));
    }
    if (passes == Ternary.TRUE) {
      allowing.addAll(resource.allowing());
    }
    boolean role = request.principal().kind() == PrincipalKind.IAM_ROLE;
    Ternary exact = resource.allows(PrincipalGrade.EXACT).and(passes);
    Ternary ofRole = resource.allows(PrincipalGrade.ROLE_OF_SESSION).and(passes);
    return new ResourceGrants(
        (role ? Ternary.FALSE : exact).or(Ternary.of(acl == PrincipalGrade.EXACT)),
        resource
            .allows(PrincipalGrade.EVERYONE)
            .and(passes)
            .or(Ternary.of(acl == PrincipalGrade.EVERYONE)),
        role ? exact.or(ofRole) : ofRole,
        resource
            .allows(PrincipalGrade.ACCOUNT)
            .and(passes)
            .or(Ternary.of(acl == PrincipalGrade.ACCOUNT)));
  }

  /// RestrictPublicBuckets: a policy that S3 calls public gives nothing beyond the account and
  /// AWS services.
  private Ternary restriction(LayerResult resource) {
    if (!service.equals("s3")
        || !policies.s3().effectiveBlock().restrictPublicBuckets()
        || request.sameAccount()
        || request.principal().kind() == PrincipalKind.AWS_SERVICE
        || resource.allows() == Ternary.FALSE) {
      return Ternary.TRUE;
    }
    Optional<PolicyDocument> policy = policies.resource();
    Ternary passes = policy.map(PublicPolicy::isPublic).orElse(Ternary.FALSE).not();
    if (passes == Ternary.FALSE) {
      missing.add(
          new Because(
              PolicyLayer.PUBLIC_ACCESS_BLOCK,
              "",
              "RestrictPublicBuckets keeps a public policy to its own account"));
    } else if (passes == Ternary.UNKNOWN) {
      residual.add("whether S3 classifies the bucket policy as public");
    }
    return passes;
  }

  private void explainMissing(ResourceGrants grants, Ternary identity, Ternary limits) {
    if (grants.any() == Ternary.FALSE) {
      missing.add(
          new Because(
              PolicyLayer.RESOURCE, "", "no resource policy or access control list allows it"));
    }
    if (identity == Ternary.FALSE && !request.principal().account().isEmpty()) {
      missing.add(new Because(PolicyLayer.IDENTITY, "", "no identity policy allows it"));
    }
    if (limits == Ternary.FALSE) {
      missing.add(
          new Because(
              PolicyLayer.BOUNDARY,
              "",
              "a permission boundary or session policy does not allow it"));
    }
  }
}
