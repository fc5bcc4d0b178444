package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.PrincipalGrade;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// That a caller from outside the account is allowed something on a resource, directly or through
/// one access point. What the caller's own account grants is taken to be everything.
final class ResourceClaim implements Claim {
  private static final String ACCESS_POINT = "access point resource";
  /// No statement at all.
  static final PolicyDocument NONE = new PolicyDocument(PolicyVersion.V2012_10_17, List.of());

  /// Everything, as an identity policy.
  static final PolicyDocument ALLOW_ALL =
      PolicyParser.parse(
              "{\"Version\":\"2012-10-17\",\"Statement\":"
                  + "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}")
          .asOptional()
          .orElseThrow();

  private final PublicQuestion question;
  private final PolicyDocument whole;
  private final PolicyDocument policy;
  private final Optional<AccessPoint> accessPoint;
  private final NamedValues named;
  private final KeyUses uses;
  private final CallerClasses classes;

  private ResourceClaim(
      PublicQuestion question,
      Optional<AccessPoint> accessPoint,
      NamedValues named,
      KeyUses uses,
      CallerClasses classes) {
    this.question = question;
    this.whole = question.policy().orElse(NONE);
    this.policy = BucketLevels.pruned(whole, question.resource());
    this.accessPoint = accessPoint;
    this.named = named;
    this.uses = uses;
    this.classes = classes;
  }

  /// Every way to the resource, the direct one first.
  static List<ResourceClaim> ways(PublicQuestion question) {
    List<PolicyDocument> documents = new ArrayList<>();
    documents.add(question.policy().orElse(NONE));
    question.accessPoints().forEach(point -> point.policy().ifPresent(documents::add));
    question.rcps().forEach(documents::addAll);
    List<io.cofferdam.access.aws.policy.Statement> statements = new ArrayList<>();
    documents.forEach(document -> statements.addAll(document.statements()));
    NamedValues named = NamedValues.of(new PolicyDocument(PolicyVersion.V2012_10_17, statements));
    KeyUses uses = KeyUses.of(documents);
    CallerClasses classes = CallerClasses.of(documents);
    List<ResourceClaim> ways = new ArrayList<>();
    ways.add(new ResourceClaim(question, Optional.empty(), named, uses, classes));
    for (AccessPoint point : question.accessPoints()) {
      ways.add(new ResourceClaim(question, Optional.of(point), named, uses, classes));
    }
    return ways;
  }

  NamedValues named() {
    return named;
  }

  CallerClasses classes() {
    return classes;
  }

  /// Whether public access blocks leave the policy's grants to outsiders standing.
  private static Ternary passes(S3Controls s3, PolicyDocument policy) {
    return s3.effectiveBlock().restrictPublicBuckets()
        ? PublicPolicy.isPublic(policy).not()
        : Ternary.TRUE;
  }

  /// What about this way is not known at all.
  Set<String> undecided() {
    return passes(question.s3(), whole) == Ternary.UNKNOWN
        ? Set.of("whether S3 classifies the policy as public")
        : Set.of();
  }

  @Override
  public Formula formula(CallerClass caller, Domains domains, Memory memory) {
    PolicyFormula direct = new PolicyFormula(caller, domains, "", Test.RESOURCE, true, memory);
    boolean service = caller.kind() == PrincipalKind.AWS_SERVICE;
    Formula byPolicy =
        !service && passes(question.s3(), whole) == Ternary.FALSE
            ? Formula.never()
            : direct.someAllow(policy, grades(caller));
    Formula byAcl = new AclFormula(question.s3(), caller, question.resource()).someGrant();
    Formula allowed =
        Formula.all(
            List.of(
                byPolicy.or(byAcl),
                direct.noDeny(policy),
                organisation(caller, domains, memory),
                ServiceRules.of(caller, List.of(policy))));
    if (accessPoint.isEmpty()) {
      return allowed;
    }
    if (accessPoint.get().vpcId().isPresent() && !mayComeFromVpc(caller)) {
      return Formula.never();
    }
    PolicyDocument document = accessPoint.get().policy().orElse(NONE);
    boolean shut =
        !service
            && question
                .s3()
                .effectiveBlock()
                .with(
                    accessPoint
                        .get()
                        .publicAccessBlock()
                        .orElse(io.cofferdam.access.aws.s3.PublicAccessBlock.OFF))
                .restrictPublicBuckets()
            && PublicPolicy.isPublic(document) == Ternary.TRUE;
    PolicyFormula through =
        new PolicyFormula(caller, domains, "access point policy, ", ACCESS_POINT, true, memory);
    return shut ? Formula.never() : allowed.and(through.allows(document));
  }

  /// No resource control policy denies. Through an access point its Resource may be meant as either
  /// name; what neither alone denies for sure is left to the confirmation.
  private Formula organisation(CallerClass caller, Domains domains, Memory memory) {
    if (question.rcps().isEmpty()
        || !ServiceCatalogue.shipped().reachedByRcps(ResourceKinds.service(question.resource()))) {
      return Formula.always();
    }
    List<Formula> all = new ArrayList<>();
    for (PolicyDocument rcp : question.rcps().stream().flatMap(List::stream).toList()) {
      Formula passes = rcp(caller, domains, Test.RESOURCE, memory).noDeny(rcp);
      all.add(
          accessPoint.isEmpty()
              ? passes
              : passes.or(rcp(caller, domains, ACCESS_POINT, memory).noDeny(rcp)));
    }
    return Formula.all(all);
  }

  private static PolicyFormula rcp(
      CallerClass caller, Domains domains, String resource, Memory memory) {
    return new PolicyFormula(caller, domains, "resource control policy, ", resource, false, memory);
  }

  /// An access point bound to a VPC takes requests from there alone; the VPC is somebody's.
  private static boolean mayComeFromVpc(CallerClass caller) {
    return caller.trust() == CallerClass.Trust.ANY && caller.route() != CallerClass.Route.INTERNET;
  }

  private static Set<PrincipalGrade> grades(CallerClass caller) {
    return caller.kind() == PrincipalKind.ANONYMOUS
        ? EnumSet.of(PrincipalGrade.EVERYONE)
        : EnumSet.complementOf(EnumSet.of(PrincipalGrade.NO_MATCH));
  }

  @Override
  public int statements() {
    return policy.statements().size()
        + question.rcps().stream()
            .flatMap(List::stream)
            .mapToInt(rcp -> rcp.statements().size())
            .sum()
        + accessPoint.flatMap(AccessPoint::policy).map(p -> p.statements().size()).orElse(0);
  }

  @Override
  public List<RequestShape> shapes(CallerClass caller) {
    Map<String, KeyDomain> given = new HashMap<>();
    Map<String, List<io.cofferdam.access.aws.pattern.Pattern>> resources = new HashMap<>();
    resources.put(Test.RESOURCE, ResourceKinds.arns(question.resource()));
    accessPoint.ifPresent(
        point -> {
          given.put("s3:dataaccesspointarn", fixed(point.arn()));
          given.put("s3:dataaccesspointaccount", fixed(point.accountId()));
          given.put(
              "s3:accesspointnetworkorigin", fixed(point.vpcId().isPresent() ? "VPC" : "Internet"));
          point.vpcId().ifPresent(vpc -> given.put("aws:sourcevpc", fixed(vpc)));
          resources.put(
              ACCESS_POINT,
              List.of(
                  io.cofferdam.access.aws.pattern.Pattern.glob(point.arn() + "/object/?*"),
                  io.cofferdam.access.aws.pattern.Pattern.literal(point.arn())));
        });
    return List.of(
        new RequestShape(
            ResourceKinds.actions(question.resource()),
            true,
            resources,
            new CallerKeys(caller, Optional.of(question.resourceAccount()), named, uses, given)));
  }

  private static KeyDomain fixed(String value) {
    return new KeyDomain.Fixed(KeyState.of(value));
  }

  @Override
  public boolean holds(DecisionRequest request) {
    return decide(request) instanceof Decision.Allowed;
  }

  Decision decide(DecisionRequest request) {
    S3Controls s3 = question.s3();
    S3Controls controls =
        new S3Controls(
            s3.organisationBlock(),
            s3.accountBlock(),
            s3.bucketBlock(),
            s3.acl(),
            s3.objectAcl(),
            s3.ownership(),
            accessPoint);
    List<PolicyDocument> own =
        request.principal().account().isEmpty() ? List.of() : List.of(ALLOW_ALL);
    PolicySet policies =
        PolicySet.of(own, question.policy())
            .withS3(controls)
            .withSession(own)
            .withRcps(question.rcps());
    return Decider.decide(request, policies);
  }

  @Override
  public String resourceAccount(CallerClass caller) {
    return question.resourceAccount();
  }
}
