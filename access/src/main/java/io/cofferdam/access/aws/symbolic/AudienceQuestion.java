package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import io.cofferdam.model.exposure.Audience;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks whether somebody of one audience is allowed one of some actions on a resource.
///
/// Everybody and every account are those whom nobody named; of one account it is any principal, who
/// may bring any value that the policy names. What the caller's own account grants is taken to be
/// everything.
///
/// @param about the resource; where access points are given, only the ways through them count
/// @param actions such as `s3:GetObject`; wildcards are understood
public record AudienceQuestion(PublicQuestion about, Audience audience, List<String> actions) {
  public AudienceQuestion {
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
      switch (RequestSearch.search(callers(way), new OfActions(way, actions), budget)) {
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

  private List<CallerClass> callers(ResourceClaim way) {
    Set<String> named = new HashSet<>(way.named().accounts());
    named.add(about.resourceAccount());
    List<CallerClass> unnamed =
        CallerClasses.unnamed(named, ResourceKinds.takesUnsigned(about.resource()));
    return switch (audience) {
      case Audience.Anyone() ->
          unnamed.stream().filter(one -> one.kind() == PrincipalKind.ANONYMOUS).toList();
      case Audience.AnyAccount() -> unnamed;
      case Audience.ForeignAccount(String account) -> of(account, way, unnamed);
    };
  }

  private List<CallerClass> of(String account, ResourceClaim way, List<CallerClass> unnamed) {
    List<CallerClass> callers = new ArrayList<>();
    boolean named = false;
    for (CallerClass one : way.classes().outside(about.resourceAccount())) {
      if (one.principal().account().equals(account)) {
        callers.add(one);
        named |= one.nameIsOpen();
      } else if (one.kind() == PrincipalKind.ANONYMOUS) {
        callers.add(one);
      }
    }
    if (!named) {
      for (CallerClass one : unnamed) {
        if (one.accountIsOpen() && one.route() == Route.INTERNET) {
          callers.add(
              new CallerClass(
                  CallerClass.generic(one.kind(), account),
                  one.roleArn(),
                  Set.of(),
                  one.notArns(),
                  Trust.ANY,
                  Route.EITHER));
        }
      }
    }
    return callers;
  }

  /// A claim narrowed to some actions.
  private record OfActions(ResourceClaim claim, List<String> actions) implements Claim {
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
                  new RequestShape(asked, shape.withResource(), shape.resources(), shape.domains()))
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
