package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import io.cofferdam.access.aws.symbolic.PublicAnswer.ServiceGrant;
import io.cofferdam.access.aws.symbolic.PublicAnswer.Verdict;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks whether a resource is public: whether some caller that nobody named (unsigned, or of any
/// AWS account), from a network that no condition fixes, is allowed anything. A network broader
/// than /8 (IPv6: /32) counts as not fixed.
///
/// Only values that somebody owns are trusted: an account, an organisation, a VPC, a VPC endpoint,
/// a source ARN that tells its account. What the callers' own accounts grant them is taken to be
/// everything. With several access points, each is a way in.
///
/// @param resource the ARN; for a bucket its own, which stands for the objects too
/// @param resourceAccount 12 digits
/// @param policy the resource policy (bucket policy, key policy, trust policy, ...)
/// @param s3 for buckets: public access block, access control lists, ownership
/// @param rcps resource control policies that bind the resource's account, one list per level; none
///     for the management account
public record PublicQuestion(
    String resource,
    String resourceAccount,
    Optional<PolicyDocument> policy,
    S3Controls s3,
    List<AccessPoint> accessPoints,
    List<List<PolicyDocument>> rcps) {
  public PublicQuestion {
    accessPoints = List.copyOf(accessPoints);
    rcps = rcps.stream().map(List::copyOf).toList();
  }

  /// About a resource whose account no resource control policy binds.
  public PublicQuestion(
      String resource,
      String resourceAccount,
      Optional<PolicyDocument> policy,
      S3Controls s3,
      List<AccessPoint> accessPoints) {
    this(resource, resourceAccount, policy, s3, accessPoints, List.of());
  }

  /// About a resource that has nothing but a policy.
  public static PublicQuestion of(String resource, String resourceAccount, PolicyDocument policy) {
    return new PublicQuestion(
        resource, resourceAccount, Optional.of(policy), S3Controls.NONE, List.of());
  }

  public PublicQuestion withAccessPoints(List<AccessPoint> points) {
    return new PublicQuestion(resource, resourceAccount, policy, s3, points, rcps);
  }

  public PublicQuestion withRcps(List<List<PolicyDocument>> levels) {
    return new PublicQuestion(resource, resourceAccount, policy, s3, accessPoints, levels);
  }

  public PublicAnswer answer() {
    return answer(new Budget(Budget.USUAL));
  }

  /// With a budget of its own, which is spent.
  public PublicAnswer answer(Budget budget) {
    List<ResourceClaim> ways = ResourceClaim.ways(this);
    Set<String> named = new HashSet<>(ways.get(0).named().accounts());
    named.add(resourceAccount);
    List<CallerClass> unnamed = CallerClasses.unnamed(named, ResourceKinds.takesUnsigned(resource));
    Answer open = search(unnamed, ways, budget);
    List<ServiceGrant> services = services(ways.get(0), budget);
    return switch (open) {
      case Answer.Found(DecisionRequest request, String caller) ->
          new PublicAnswer(
              Verdict.PUBLIC,
              Ternary.TRUE,
              Optional.of(request),
              Optional.empty(),
              allowed(request, caller, ways),
              Set.of(),
              services);
      case Answer.Impossible(Proof proof) -> notPublic(proof, ways, services, budget);
      case Answer.Unknown(Set<String> why) ->
          new PublicAnswer(
              Verdict.UNKNOWN,
              Ternary.UNKNOWN,
              Optional.empty(),
              Optional.empty(),
              why.stream().map(reason -> "not decided: " + reason).toList(),
              why,
              services);
    };
  }

  private PublicAnswer notPublic(
      Proof proof, List<ResourceClaim> ways, List<ServiceGrant> services, Budget budget) {
    List<CallerClass> outside = new ArrayList<>(ways.get(0).classes().outside(resourceAccount));
    outside.addAll(AclFormula.grantees(s3, resourceAccount));
    Answer external = search(outside, ways, budget);
    List<String> because = new ArrayList<>();
    Ternary let = Ternary.FALSE;
    Optional<DecisionRequest> witness = Optional.empty();
    Set<String> undecided = Set.of();
    switch (external) {
      case Answer.Found(DecisionRequest request, String caller) -> {
        let = Ternary.TRUE;
        witness = Optional.of(request);
        List<String> lines = allowed(request, caller, ways);
        because.add("external: " + lines.get(0));
        because.addAll(lines.subList(1, lines.size()));
      }
      case Answer.Impossible i -> {
        undecided = new LinkedHashSet<>(ways.get(0).classes().undecided());
        if (AclFormula.namesByEmail(s3)) {
          undecided.add(AclFormula.BY_EMAIL);
        }
        let = undecided.isEmpty() ? Ternary.FALSE : Ternary.UNKNOWN;
      }
      case Answer.Unknown(Set<String> why) -> {
        let = Ternary.UNKNOWN;
        undecided = why;
      }
    }
    restricted().ifPresent(because::add);
    because.addAll(proof.lines());
    return new PublicAnswer(
        Verdict.NOT_PUBLIC, let, witness, Optional.of(proof), because, undecided, services);
  }

  /// What is allowed, and by which statements.
  private static List<String> allowed(
      DecisionRequest request, String caller, List<ResourceClaim> ways) {
    List<String> lines = new ArrayList<>();
    lines.add(Words.allowed(request, caller));
    for (ResourceClaim way : ways) {
      Decision decision = way.decide(request);
      if (decision instanceof Decision.Allowed) {
        lines.addAll(Words.why(decision, request));
        break;
      }
    }
    return lines;
  }

  private Optional<String> restricted() {
    boolean policyVoid =
        s3.effectiveBlock().restrictPublicBuckets()
            && policy.map(PublicPolicy::isPublic).orElse(Ternary.FALSE) == Ternary.TRUE;
    return policyVoid
        ? Optional.of("RestrictPublicBuckets voids the policy, which S3 calls public")
        : Optional.empty();
  }

  private static Answer search(List<CallerClass> callers, List<ResourceClaim> ways, Budget budget) {
    List<Proof.Step> steps = new ArrayList<>();
    Set<String> undecided = new LinkedHashSet<>();
    for (ResourceClaim way : ways) {
      switch (RequestSearch.search(callers, way, budget)) {
        case Answer.Found found -> {
          return found;
        }
        case Answer.Impossible(Proof proof) -> steps.addAll(proof.steps());
        case Answer.Unknown(Set<String> why) -> undecided.addAll(why);
      }
      undecided.addAll(way.undecided());
    }
    return undecided.isEmpty()
        ? new Answer.Impossible(new Proof(steps))
        : new Answer.Unknown(undecided);
  }

  private List<ServiceGrant> services(ResourceClaim direct, Budget budget) {
    List<ServiceGrant> grants = new ArrayList<>();
    for (String service : direct.classes().services()) {
      CallerClass any = CallerClasses.service(service, Trust.ANY, Route.EITHER);
      if (RequestSearch.search(List.of(any), direct, budget) instanceof Answer.Impossible) {
        continue;
      }
      CallerClass stranger = CallerClasses.service(service, Trust.UNNAMED, Route.INTERNET);
      grants.add(
          new ServiceGrant(
              service,
              RequestSearch.search(List.of(stranger), direct, budget)
                      instanceof Answer.Found(DecisionRequest request, String caller)
                  ? Optional.of(request)
                  : Optional.empty()));
    }
    return grants;
  }
}
