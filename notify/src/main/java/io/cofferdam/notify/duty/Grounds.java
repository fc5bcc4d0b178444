package io.cofferdam.notify.duty;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.Quantity;
import io.cofferdam.notify.rule.Condition;
import io.cofferdam.notify.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The known answers and numbers that a rule looked at, as sentences with their own reasons.
final class Grounds {
  private final Facts facts;
  private final Set<Fact> seen = new LinkedHashSet<>();
  private final Set<Quantity> counted = new LinkedHashSet<>();

  private Grounds(Facts facts) {
    this.facts = facts;
  }

  static List<Reason> of(Rule rule, Facts facts) {
    var grounds = new Grounds(facts);
    grounds.collect(rule.applicability());
    grounds.collect(rule.trigger());
    rule.exemptions().forEach(e -> grounds.collect(e.when()));
    return grounds.reasons();
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.Always() -> {}
      case Condition.All(var parts) -> parts.forEach(this::collect);
      case Condition.Any(var parts) -> parts.forEach(this::collect);
      case Condition.Not(var part) -> collect(part);
      case Condition.Holds(var fact) -> seen.add(fact);
      case Condition.MoreThan(var quantity, _) -> counted.add(quantity);
      case Condition.MoreThanShare(var quantity, _, var of) -> {
        counted.add(quantity);
        counted.add(of);
      }
    }
  }

  private List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    for (var fact : seen) {
      var answer = facts.answer(fact);
      if (answer.value() == Ternary.UNKNOWN && answer.proposal().isEmpty()) {
        continue;
      }
      var said = answer.value() == Ternary.UNKNOWN ? "open" : word(answer.value());
      for (var reason : answer.because()) {
        reasons.add(
            new Reason(fact.key() + ": " + said + " (" + reason.text() + ")", reason.events()));
      }
    }
    for (var quantity : counted) {
      var bounds = facts.of(quantity);
      if (!bounds.equals(Bounds.unknown())) {
        reasons.add(Reason.of(quantity.key() + ": " + words(bounds)));
      }
    }
    if (counted.contains(Quantity.UNION_USERS_DATA_COMPROMISED)) {
      facts.assumptions().forEach(a -> reasons.add(Reason.of("assumed: " + a)));
    }
    return reasons;
  }

  private static String word(Ternary value) {
    return switch (value) {
      case TRUE -> "yes";
      case FALSE -> "no";
      case UNKNOWN -> "unknown";
    };
  }

  static String words(Bounds bounds) {
    return bounds.exact()
        ? Long.toString(bounds.atLeast())
        : "at least "
            + bounds.atLeast()
            + ", at most "
            + (bounds.bounded() ? Long.toString(bounds.atMost()) : "not limited");
  }
}
