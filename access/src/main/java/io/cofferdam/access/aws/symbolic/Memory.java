package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one question has found out already: the tests made of policy elements, and actions and
/// resources that pass some of them, which are the same for every class of callers.
final class Memory {
  private final IdentityHashMap<Object, Test> tests = new IdentityHashMap<>();
  private final Map<Asked, KeySolver.Solution> solved = new HashMap<>();

  /// Tests on one variable, told apart as objects: cheap, and equal tests mostly are one object.
  record Asked(RequestShape shape, String variable, List<Formula.Is> tests) {
    @Override
    public boolean equals(Object other) {
      if (!(other instanceof Asked that)
          || that.shape.withResource() != shape.withResource()
          || !that.variable.equals(variable)
          || that.tests.size() != tests.size()) {
        return false;
      }
      for (int i = 0; i < tests.size(); i++) {
        Formula.Is left = tests.get(i);
        Formula.Is right = that.tests.get(i);
        if (left.test() != right.test() || left.wanted() != right.wanted()) {
          return false;
        }
      }
      return true;
    }

    @Override
    public int hashCode() {
      int hash = variable.hashCode();
      for (Formula.Is is : tests) {
        hash = hash * 31 + System.identityHashCode(is.test()) * 2 + (is.wanted() ? 1 : 0);
      }
      return hash;
    }
  }

  Test of(ActionElement element) {
    return tests.computeIfAbsent(element, e -> new Test.OfAction(element));
  }

  Test of(String variable, ResourceElement element) {
    Test known = tests.computeIfAbsent(element, e -> new Test.OfResource(variable, element));
    return known.variable().equals(variable) ? known : new Test.OfResource(variable, element);
  }

  Test of(Condition condition) {
    return tests.computeIfAbsent(condition, c -> new Test.OfCondition(condition));
  }

  KeySolver.@Nullable Solution solved(Asked asked) {
    return solved.get(asked);
  }

  void keep(Asked asked, KeySolver.Solution solution) {
    solved.put(asked, solution);
  }
}
