package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.Formula;
import io.cofferdam.access.aws.symbolic.FormulaSearch;
import io.cofferdam.access.aws.symbolic.RequestShape;
import io.cofferdam.access.aws.symbolic.Test;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Searches for a request of one class of callers that an allowing path permits and no Deny
/// forbids.
///
/// Keys do not depend on each other here, which can only make the search find too much, never
/// too little: so exhaustion is a proof, and what is found is confirmed elsewhere.
final class RequestSearch {
  private static final long STEPS = 1_000_000;

  /// The outcome of a search.
  sealed interface Result {
    /// A request.
    ///
    /// @param context the keys the request needs
    /// @param resource the ARN asked for
    /// @param avoiding resource patterns of Denies that do not cover this resource
    /// @param region whether the same request works for every resource of the path's pattern that
    ///     avoids those
    record Found(
        Map<String, KeyState> context, String resource, List<String> avoiding, boolean region)
        implements Result {}

    record Impossible() implements Result {}

    /// Neither found nor excluded.
    ///
    /// @param why what could not be decided
    record Undecided(Set<String> why) implements Result {}
  }

  private final KeyDomains domains;
  private final Pattern base;

  /// @param base the ARNs of the resources in question
  RequestSearch(KeyDomains domains, Pattern base) {
    this.domains = domains;
    this.base = base;
  }

  Result search(AllowPath allow, List<AllowPath> denies) {
    List<Formula> all = new ArrayList<>();
    all.add(applies(allow));
    denies.forEach(deny -> all.add(applies(deny).not()));
    RequestShape shape =
        new RequestShape(
            List.of(Pattern.glob("*")), false, Map.of(Test.RESOURCE, List.of(base)), domains);
    return switch (FormulaSearch.search(Formula.all(all), shape, new Budget(STEPS))) {
      case FormulaSearch.Outcome.Found(Map<String, KeyState> values) ->
          found(allow, denies, values);
      case FormulaSearch.Outcome.Impossible i -> new Result.Impossible();
      case FormulaSearch.Outcome.Undecided(Set<String> why) -> new Result.Undecided(why);
    };
  }

  private static Formula applies(AllowPath path) {
    List<Formula> all = new ArrayList<>();
    for (Condition condition : path.conditions()) {
      all.add(new Formula.Is(new Test.OfCondition(condition), true, path.words()));
    }
    all.add(
        new Formula.Is(new Test.OfResource(Test.RESOURCE, path.resource()), true, path.words()));
    return Formula.all(all);
  }

  private static Result found(
      AllowPath allow, List<AllowPath> denies, Map<String, KeyState> values) {
    Map<String, KeyState> keys = new HashMap<>(values);
    keys.remove(Test.ACTION);
    String arn =
        keys.remove(Test.RESOURCE) instanceof KeyState.Present(List<String> one) ? one.get(0) : "";
    RequestContext context = new RequestContext(keys, true);
    boolean region = !allow.resource().allBut();
    List<String> avoiding = new ArrayList<>();
    for (AllowPath deny : denies) {
      if (deny.conditions().stream()
          .allMatch(c -> ConditionEvaluator.evaluate(c, context) != Ternary.FALSE)) {
        region &= !deny.resource().allBut();
        deny.resource().values().forEach(value -> avoiding.add(value.pattern().text()));
      }
    }
    return new Result.Found(keys, arn, avoiding, region);
  }
}
