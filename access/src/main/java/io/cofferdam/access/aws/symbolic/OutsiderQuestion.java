package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks whether somebody outside a zone of trust is allowed one of some actions on a resource,
/// named by its policy or not.
///
/// AWS services acting for themselves are no outsiders, nor is CloudFront's origin access identity
/// or its delivery of logs. What the caller's own account grants is taken to be everything.
///
/// @param about the resource; where access points are given, only the ways through them count
/// @param actions such as `s3:GetObject`; wildcards are understood
public record OutsiderQuestion(PublicQuestion about, Zone zone, List<String> actions) {
  /// CloudFront's principals are users of a pseudo-account (Amazon CloudFront Developer Guide,
  /// "Restricting access with an origin access identity").
  private static final String CLOUDFRONT = "cloudfront";

  /// The account that delivers CloudFront's standard logs, by its canonical user id (Amazon
  /// CloudFront Developer Guide, "Standard logging (legacy)").
  private static final String CLOUDFRONT_LOGS =
      "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0";

  public OutsiderQuestion {
    actions = List.copyOf(actions);
  }

  public Answer answer() {
    return answer(new Budget(Budget.USUAL));
  }

  /// With a budget of its own, which is spent.
  public Answer answer(Budget budget) {
    List<Proof.Step> steps = new ArrayList<>();
    Set<String> undecided = new LinkedHashSet<>();
    List<ResourceClaim> ways = ResourceClaim.ways(about);
    for (ResourceClaim way : about.accessPoints().isEmpty() ? ways : ways.subList(1, ways.size())) {
      switch (RequestSearch.search(outsiders(way), new FromOutside(way, zone, actions), budget)) {
        case Answer.Found(DecisionRequest request, String caller) -> {
          return new Answer.Found(request, caller);
        }
        case Answer.Impossible(Proof proof) -> steps.addAll(proof.steps());
        case Answer.Unknown(Set<String> why) -> undecided.addAll(why);
      }
      undecided.addAll(way.undecided());
      undecided.addAll(way.classes().undecided());
    }
    if (AclFormula.namesByEmail(about.s3())) {
      undecided.add(AclFormula.BY_EMAIL);
    }
    return undecided.isEmpty()
        ? new Answer.Impossible(new Proof(steps))
        : new Answer.Unknown(undecided);
  }

  /// First whoever nobody named, since that is the gravest.
  private List<CallerClass> outsiders(ResourceClaim way) {
    Set<String> inside = new HashSet<>(zone.accounts());
    inside.add(about.resourceAccount());
    List<CallerClass> outside =
        new ArrayList<>(
            CallerClasses.unnamed(inside, ResourceKinds.takesUnsigned(about.resource())));
    outside.addAll(way.classes().outside(about.resourceAccount()));
    outside.addAll(AclFormula.grantees(about.s3(), about.resourceAccount()));
    List<CallerClass> callers = new ArrayList<>();
    for (CallerClass one : outside) {
      String account = one.principal().account();
      if (!inside.contains(account)
          && !account.equals(CLOUDFRONT)
          && !one.principal().canonicalId().equals(CLOUDFRONT_LOGS)) {
        callers.add(one.accountIsOpen() ? without(one, inside) : one);
      }
    }
    return callers;
  }

  private static CallerClass without(CallerClass open, Set<String> inside) {
    Set<String> not = new HashSet<>(open.notAccounts());
    not.addAll(inside);
    return new CallerClass(
        open.principal(), open.roleArn(), not, open.notArns(), open.trust(), open.route());
  }

  /// A claim narrowed to some actions and to keys that an outsider can bring.
  private record FromOutside(ResourceClaim claim, Zone zone, List<String> actions)
      implements Claim {
    @Override
    public Formula formula(CallerClass caller, Domains domains, Memory memory) {
      return claim.formula(caller, domains, memory);
    }

    @Override
    public int statements() {
      return claim.statements();
    }

    @Override
    public List<RequestShape> shapes(CallerClass caller) {
      List<Pattern> asked = actions.stream().map(Pattern::globIgnoringCase).toList();
      return claim.shapes(caller).stream()
          .map(
              shape ->
                  new RequestShape(
                      asked,
                      shape.withResource(),
                      shape.resources(),
                      key -> zone.outside(key, shape.domains().of(key))))
          .toList();
    }

    @Override
    public boolean holds(DecisionRequest request) {
      return claim.holds(request);
    }

    @Override
    public String resourceAccount(CallerClass caller) {
      return claim.resourceAccount(caller);
    }
  }
}
