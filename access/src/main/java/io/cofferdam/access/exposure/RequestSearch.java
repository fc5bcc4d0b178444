package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Searches for a request of one class of callers that an allowing path permits and no Deny
/// forbids.
///
/// Every Deny must fail in one of its conditions or in its resource; the search tries them all,
/// conditions first, and asks after each step whether each key still has a value. Keys do not
/// depend on each other here, which can only make the search find too much, never too little:
/// so exhaustion is a proof, and what is found is confirmed elsewhere.
final class RequestSearch {
  private static final int BUDGET = 4_000;

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
  private final Deque<Requirement> requirements = new ArrayDeque<>();
  private final List<ResourceRequirement> resources = new ArrayList<>();
  private final Set<String> undecided = new TreeSet<>();
  private final Map<OnKey, KeySolver.Solution> solved = new HashMap<>();
  private int steps;

  private record OnKey(String key, List<Requirement> requirements) {}

  private record ResourceRequirement(ResourceElement element, boolean wanted) {}

  /// @param base the ARNs of the resources in question
  RequestSearch(KeyDomains domains, Pattern base) {
    this.domains = domains;
    this.base = base;
  }

  Result search(AllowPath allow, List<AllowPath> denies) {
    resources.add(new ResourceRequirement(allow.resource(), true));
    for (Condition condition : allow.conditions()) {
      requirements.push(new Requirement(condition, true));
    }
    for (Condition condition : allow.conditions()) {
      if (!possible(condition.key())) {
        return new Result.Impossible();
      }
    }
    if (resource() instanceof PatternSearch.Found.Impossible) {
      return new Result.Impossible();
    }
    Result found = avoid(denies, 0);
    if (found instanceof Result.Impossible && !undecided.isEmpty()) {
      return new Result.Undecided(undecided);
    }
    return found;
  }

  private Result avoid(List<AllowPath> denies, int next) {
    if (++steps > BUDGET) {
      undecided.add("the policy's Deny statements combine in too many ways");
      return new Result.Impossible();
    }
    if (next == denies.size()) {
      return model();
    }
    AllowPath deny = denies.get(next);
    for (Condition condition : deny.conditions()) {
      requirements.push(new Requirement(condition, false));
      Result result = possible(condition.key()) ? avoid(denies, next + 1) : new Result.Impossible();
      requirements.pop();
      if (result instanceof Result.Found) {
        return result;
      }
    }
    resources.add(new ResourceRequirement(deny.resource(), false));
    Result result =
        resource() instanceof PatternSearch.Found.Impossible
            ? new Result.Impossible()
            : avoid(denies, next + 1);
    resources.remove(resources.size() - 1);
    return result;
  }

  /// Whether the key can still have a value; what is undecided counts as possible here and is
  /// remembered when the whole comes out.
  private boolean possible(String key) {
    return !(solve(key) instanceof KeySolver.Solution.Impossible);
  }

  private KeySolver.Solution solve(String key) {
    List<Requirement> onKey =
        requirements.stream().filter(r -> r.condition().key().equals(key)).toList();
    return solved.computeIfAbsent(
        new OnKey(key, onKey), ignored -> KeySolver.solve(key, domains.of(key), onKey));
  }

  private Result model() {
    Map<String, KeyState> context = new HashMap<>();
    for (Requirement requirement : requirements) {
      String key = requirement.condition().key();
      switch (solve(key)) {
        case KeySolver.Solution.Holds(KeyState state) -> context.put(key, state);
        case KeySolver.Solution.Undecided(String why) -> {
          undecided.add(why);
          return new Result.Impossible();
        }
        case KeySolver.Solution.Impossible i -> {
          return new Result.Impossible();
        }
      }
    }
    return switch (resource()) {
      case PatternSearch.Found.Text(String arn) ->
          new Result.Found(context, arn, avoiding(), wholePattern());
      case PatternSearch.Found.Impossible i -> new Result.Impossible();
      case PatternSearch.Found.OutOfBudget b -> {
        undecided.add("resource patterns too many or too long to decide");
        yield new Result.Impossible();
      }
    };
  }

  private boolean wholePattern() {
    return resources.stream().noneMatch(r -> r.element().allBut());
  }

  private List<String> avoiding() {
    List<String> avoiding = new ArrayList<>();
    for (ResourceRequirement requirement : resources) {
      if (!requirement.wanted() && !requirement.element().allBut()) {
        requirement.element().values().forEach(value -> avoiding.add(value.pattern().text()));
      }
    }
    return avoiding;
  }

  private PatternSearch.Found resource() {
    List<List<Pattern>> oneOfEach = new ArrayList<>();
    List<Pattern> none = new ArrayList<>();
    for (ResourceRequirement requirement : resources) {
      List<Pattern> patterns =
          requirement.element().values().stream().map(Template::pattern).toList();
      if (requirement.wanted() != requirement.element().allBut()) {
        oneOfEach.add(patterns);
      } else {
        none.addAll(patterns);
      }
    }
    return TextSolver.find(List.of(base), oneOfEach, none);
  }
}
