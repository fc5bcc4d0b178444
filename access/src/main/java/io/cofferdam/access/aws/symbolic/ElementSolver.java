package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.catalogue.ResourceScope;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;

/// Finds an action, or a resource, that all tests on it let through.
final class ElementSolver {
  private static final int MAX_TRIES = 300;
  private static final Pattern ANY_ACTION = Pattern.glob("?*:?*");

  private final List<List<Pattern>> oneOfEach = new ArrayList<>();
  private final List<Pattern> none = new ArrayList<>();

  private ElementSolver() {}

  static KeySolver.Solution solve(
      RequestShape shape, String variable, List<Formula.Is> tests, Budget budget) {
    ElementSolver solver = new ElementSolver();
    boolean action = variable.equals(Test.ACTION);
    List<Pattern> within = List.of();
    if (action) {
      within = List.of(ANY_ACTION);
      solver.oneOfEach.add(shape.actions());
    } else if (shape.resources().containsKey(variable)) {
      solver.oneOfEach.add(shape.resources().getOrDefault(variable, List.of()));
    }
    for (Formula.Is is : tests) {
      switch (is.test()) {
        case Test.OfAction(ActionElement element) ->
            solver.add(is.wanted() != element.allBut(), element.patterns());
        case Test.OfResource(String v, ResourceElement element) -> solver.add(element, is.wanted());
        case Test.OfCondition c -> {}
      }
    }
    return action ? solver.action(within, shape, budget) : solver.text(within, variable, budget);
  }

  private KeySolver.Solution text(List<Pattern> within, String variable, Budget budget) {
    return switch (TextSearch.find(within, oneOfEach, none, budget)) {
      case PatternSearch.Found.Text(String text) -> new KeySolver.Solution.Holds(KeyState.of(text));
      case PatternSearch.Found.Impossible i -> KeySolver.IMPOSSIBLE;
      case PatternSearch.Found.OutOfBudget b ->
          new KeySolver.Solution.Undecided(variable + " patterns too many or too long to decide");
    };
  }

  private KeySolver.Solution action(List<Pattern> within, RequestShape shape, Budget budget) {
    for (String known : KnownActions.of(oneOfEach)) {
      budget.spend(1);
      if (fits(known) && !(shape.withResource() && withoutResource(known))) {
        return new KeySolver.Solution.Holds(KeyState.of(known));
      }
    }
    if (shape.withResource()) {
      oneOfEach.replaceAll(
          patterns -> patterns.stream().filter(p -> !withoutResource(p.text())).toList());
    }
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      KeySolver.Solution solution = text(within, Test.ACTION, budget);
      if (!shape.withResource()
          || !(solution instanceof KeySolver.Solution.Holds(KeyState state))
          || !(state instanceof KeyState.Present(List<String> one))
          || !withoutResource(one.get(0))) {
        return solution;
      }
      none.add(Pattern.globIgnoringCase(one.get(0)));
    }
    return new KeySolver.Solution.Undecided("too many actions without a resource");
  }

  private static boolean withoutResource(String action) {
    return ServiceCatalogue.shipped().scope(action) == ResourceScope.ONLY_ALL;
  }

  private void add(boolean wanted, List<Pattern> patterns) {
    if (wanted) {
      oneOfEach.add(patterns);
    } else {
      none.addAll(patterns);
    }
  }

  /// A policy variable may be any text: it widens what must match, and forbids nothing.
  private void add(ResourceElement element, boolean wanted) {
    boolean matching = wanted != element.allBut();
    List<Pattern> patterns = new ArrayList<>();
    for (Template value : element.values()) {
      if (matching || value.variables().isEmpty()) {
        patterns.add(value.pattern());
      }
    }
    add(matching, patterns);
  }

  private boolean fits(String text) {
    for (List<Pattern> patterns : oneOfEach) {
      if (patterns.stream().noneMatch(pattern -> pattern.matches(text))) {
        return false;
      }
    }
    return none.stream().noneMatch(pattern -> pattern.matches(text));
  }
}
