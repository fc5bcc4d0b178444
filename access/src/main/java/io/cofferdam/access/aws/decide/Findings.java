package io.cofferdam.access.aws.decide;

import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What comes to light while one request is decided.
final class Findings {
  private List<Because> allowing = List.of();
  private List<Because> denying = List.of();
  private List<Because> missing = List.of();
  private Set<String> residual = Set.of();
  private Set<OpenCondition> conditions = Set.of();
  private Ternary denied = Ternary.FALSE;

  void deny(Ternary one, List<Because> why) {
    denied = denied.or(one);
    denying = plus(denying, why);
  }

  void allow(List<Because> why) {
    allowing = plus(allowing, why);
  }

  void allow(Because why) {
    allowing = plus(allowing, List.of(why));
  }

  /// Notes what would have had to allow.
  void miss(Because why) {
    missing = plus(missing, List.of(why));
  }

  private static List<Because> plus(List<Because> to, List<Because> more) {
    if (more.isEmpty()) {
      return to;
    }
    List<Because> joined = to.isEmpty() ? new ArrayList<>(4) : to;
    joined.addAll(more);
    return joined;
  }

  Ternary denied() {
    return denied;
  }

  /// Notes what would decide.
  void open(String what) {
    if (residual.isEmpty()) {
      residual = new TreeSet<>();
    }
    residual.add(what);
  }

  void open(OpenCondition condition) {
    if (conditions.isEmpty()) {
      conditions = new LinkedHashSet<>();
    }
    conditions.add(condition);
  }

  Decision decision(Ternary allowed) {
    if (denied == Ternary.TRUE) {
      return new Decision.ExplicitlyDenied(denying);
    }
    if (allowed == Ternary.FALSE) {
      return new Decision.ImplicitlyDenied(missing);
    }
    if (allowed == Ternary.TRUE && denied == Ternary.FALSE) {
      return new Decision.Allowed(allowing);
    }
    return new Decision.Unknown(List.copyOf(residual), List.copyOf(conditions), allowing);
  }
}
