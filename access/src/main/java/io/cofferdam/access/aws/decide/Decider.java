package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;

/// Decides requests by AWS's evaluation logic (IAM User Guide, "Policy evaluation logic",
/// "Cross-account policy evaluation logic"; Amazon S3 User Guide, "How Amazon S3 authorizes a
/// request").
///
/// Any Deny wins. Then every ceiling must allow: resource control policies, service control
/// policies, the VPC endpoint policy. Then, within one account, identity or resource policy
/// suffices, save that keys and role trust must allow themselves; across accounts both must. A
/// boundary or session policy limits what identity policies, and grants to the role, give; it
/// does not limit a grant made to the user or session itself.
///
/// Through an access point both its policy and the bucket's must consent. A KMS grant allows
/// beside all policies, but no Deny and no ceiling gives way to it.
public final class Decider {
  private final Facts facts;
  private final PolicySet policies;
  private final Findings findings = new Findings();
  private final StatementMatcher matcher;
  private final Optional<AccessPointSide> point;
  private final Target target;

  private Decider(DecisionRequest request, PolicySet policies) {
    this.policies = policies;
    this.facts = new Facts(request, policies);
    this.matcher = new StatementMatcher(facts, findings);
    this.point =
        policies
            .s3()
            .accessPoint()
            .filter(p -> facts.service.equals("s3") || facts.service.equals("s3-object-lambda"))
            .map(p -> new AccessPointSide(facts, p, policies.resource()));
    this.target = target();
  }

  public static Decision decide(DecisionRequest request, PolicySet policies) {
    return new Decider(request, policies).decide();
  }

  private Target target() {
    if (point.isPresent()) {
      return point.get().either();
    }
    String resource = facts.request.resource();
    if (OddRules.aliasStandsForKey(facts)) {
      return new Target.OneOf(
          Pattern.glob(resource.substring(0, resource.indexOf(":alias/")) + ":key/?*"));
    }
    return new Target.Named(OddRules.withoutResource(facts) ? "*" : resource);
  }

  private Decision decide() {
    if (point.isPresent() && point.get().isObjectLambda()) {
      return new Decision.Unknown(
          List.of("Object Lambda access points are not supported"), List.of(), List.of());
    }
    Optional<Because> always = OddRules.always(facts);
    if (always.isPresent()) {
      return new Decision.Allowed(List.of(always.get()));
    }
    Ternary ceilings = serviceControl().and(resourceControl()).and(endpoint());
    Ternary granted = granted();
    Optional<Because> never = OddRules.never(facts, policies);
    if (never.isPresent()) {
      findings.miss(never.get());
      granted = Ternary.FALSE;
    }
    return findings.decision(ceilings.and(granted));
  }

  private LayerResult layer(
      PolicyLayer layer, int level, List<PolicyDocument> documents, Target asked) {
    LayerResult result = LayerResult.of(layer, level, documents, facts, matcher, asked);
    findings.deny(result.denies(), result.denying());
    return result;
  }

  private Ternary serviceControl() {
    if (facts.caller.account().isEmpty() || facts.serviceLinked()) {
      return Ternary.TRUE;
    }
    return organisation(PolicyLayer.SERVICE_CONTROL, policies.scps());
  }

  private Ternary resourceControl() {
    if (policies.rcps().isEmpty()
        || facts.serviceLinked()
        || !OddRules.reachedByResourceControl(facts)) {
      return Ternary.TRUE;
    }
    // RCPFullAWSAccess is attached everywhere and cannot be detached: nothing is missing here
    organisation(PolicyLayer.RESOURCE_CONTROL, policies.rcps());
    return Ternary.TRUE;
  }

  private Ternary organisation(PolicyLayer layer, List<List<PolicyDocument>> levels) {
    Ternary all = Ternary.TRUE;
    for (int i = 0; i < levels.size(); i++) {
      LayerResult result = layer(layer, i + 1, levels.get(i), target);
      if (layer == PolicyLayer.SERVICE_CONTROL) {
        all = all.and(ceiling(result));
      }
    }
    return all;
  }

  private Ternary endpoint() {
    return policies.endpoint().isEmpty()
        ? Ternary.TRUE
        : ceiling(layer(PolicyLayer.ENDPOINT, 0, policies.endpoint(), target));
  }

  private Ternary ceiling(LayerResult result) {
    Ternary allows = result.allows();
    if (allows == Ternary.FALSE) {
      findings.miss(Reasons.ceiling(facts, result));
    }
    return allows;
  }

  private Ternary granted() {
    Target own = point.map(AccessPointSide::bucket).orElse(target);
    LayerResult resource =
        layer(PolicyLayer.RESOURCE, 0, policies.resource().map(List::of).orElse(List.of()), own);
    IdentitySide identity = identity();
    BucketSide bucket = new BucketSide(facts, policies, findings);
    boolean s3 = facts.service.equals("s3");
    ResourceGrants grants;
    if (s3) {
      grants = bucket.grants(resource);
    } else {
      findings.allow(resource.allowing());
      grants = ResourceGrants.of(resource, facts, Ternary.TRUE);
    }
    Consent consent = consent(facts.request.resourceAccount());
    if (s3 && consent == Consent.EITHER && bucket.foreignObject()) {
      consent = Consent.BOTH;
    }
    Ternary granted = consent.of(grants, identity);
    if (granted == Ternary.FALSE) {
      explain(PolicyLayer.RESOURCE, consent, grants, identity);
    }
    if (point.isPresent()) {
      granted = granted.and(accessPoint(bucket, identity)).and(point.get().network(findings));
    }
    if (facts.action.equals("kms:retiregrant")) {
      // no policy allows it: the grant tells who may (Retiring and revoking grants)
      granted = Ternary.FALSE;
    }
    return policies.grants().isEmpty() && !facts.action.equals("kms:retiregrant")
        ? granted
        : granted.or(new GrantMatcher(facts, findings).matches(policies.grants(), identity));
  }

  private Ternary accessPoint(BucketSide bucket, IdentitySide identity) {
    AccessPoint accessPoint = policies.s3().accessPoint().orElseThrow();
    LayerResult result =
        layer(
            PolicyLayer.ACCESS_POINT,
            0,
            accessPoint.policy().map(List::of).orElse(List.of()),
            point.orElseThrow().own());
    Ternary passes = bucket.accessPointNotRestricted(result, accessPoint);
    if (passes == Ternary.TRUE) {
      findings.allow(result.allowing());
    }
    ResourceGrants grants = ResourceGrants.of(result, facts, passes);
    Consent consent = consent(accessPoint.accountId());
    Ternary granted = consent.of(grants, identity);
    if (granted == Ternary.FALSE) {
      explain(PolicyLayer.ACCESS_POINT, consent, grants, identity);
    }
    return granted;
  }

  private IdentitySide identity() {
    LayerResult identity = layer(PolicyLayer.IDENTITY, 0, policies.identity(), target);
    Ternary boundary = Ternary.TRUE;
    for (PolicyDocument one : policies.boundaries()) {
      boundary = boundary.and(layer(PolicyLayer.BOUNDARY, 0, List.of(one), target).allows());
    }
    Ternary session =
        policies.session().isEmpty()
            // GetFederationToken without a session policy gives no permissions
            ? Ternary.of(facts.caller.kind() != PrincipalKind.FEDERATED_USER)
            : layer(PolicyLayer.SESSION, 0, policies.session(), target).allows();
    Ternary allows = identity.allows();
    if (facts.caller.kind() == PrincipalKind.ACCOUNT_ROOT) {
      allows = Ternary.TRUE;
      findings.allow(Reasons.root(facts));
    }
    findings.allow(identity.allowing());
    if (boundary == Ternary.FALSE) {
      findings.miss(Reasons.limits(facts, PolicyLayer.BOUNDARY));
    }
    if (session == Ternary.FALSE) {
      findings.miss(Reasons.limits(facts, PolicyLayer.SESSION));
    }
    return new IdentitySide(allows, boundary.and(session));
  }

  private Consent consent(String resourceAccount) {
    return switch (facts.caller.kind()) {
      case ANONYMOUS, AWS_SERVICE, IDENTITY_PROVIDER -> Consent.RESOURCE_ALONE;
      case ACCOUNT_ROOT, IAM_USER, IAM_ROLE, ROLE_SESSION, FEDERATED_USER ->
          !facts.inAccount(resourceAccount)
              ? Consent.BOTH
              : OddRules.resourceLeads(facts) ? Consent.RESOURCE_LEADS : Consent.EITHER;
    };
  }

  private void explain(
      PolicyLayer layer, Consent consent, ResourceGrants grants, IdentitySide identity) {
    if (grants.any() == Ternary.FALSE) {
      findings.miss(Reasons.resource(facts, layer, consent));
    }
    if (identity.allows() == Ternary.FALSE && consent != Consent.RESOURCE_ALONE) {
      findings.miss(Reasons.identity(facts, consent));
    }
  }
}
