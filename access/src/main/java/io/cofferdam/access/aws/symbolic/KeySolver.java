package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.Moments;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.condition.ValueTest;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds a state of one condition key, within its domain, under which all requirements on it
/// hold; or proves there is none.
///
/// Numbers and times need only be tried at, just below and just above the policy's own values;
/// texts are found by [TextSolver], networks by [NetworkSolver].
public final class KeySolver {

  /// The outcome for one key.
  public sealed interface Solution {
    record Holds(KeyState state) implements Solution {}

    record Impossible() implements Solution {}

    /// Neither found nor excluded.
    ///
    /// @param why what could not be decided
    record Undecided(String why) implements Solution {}
  }

  static final Solution IMPOSSIBLE = new Solution.Impossible();

  private KeySolver() {}

  /// Solves one key by itself.
  ///
  /// @param key in lower case
  /// @param requirements on this key alone; a policy variable in them may have any value, so that
  ///     what is impossible here is impossible for each
  public static Solution solve(
      String key, KeyDomain domain, List<Requirement> requirements, Budget budget) {
    if (!budget.spend(1L + requirements.size())) {
      return new Solution.Undecided("more combinations than the budget allows");
    }
    List<Requirement> usable =
        domain instanceof KeyDomain.Chosen && onlyOf(requirements, Kind.TEXT)
            ? requirements
            : withoutVariables(requirements);
    return solveUsable(key, domain, usable, budget);
  }

  private static List<Requirement> withoutVariables(List<Requirement> requirements) {
    return requirements.stream()
        .filter(r -> r.condition().values().stream().allMatch(v -> v.variables().isEmpty()))
        .toList();
  }

  private static Solution solveUsable(
      String key, KeyDomain domain, List<Requirement> requirements, Budget budget) {
    return switch (domain) {
      case KeyDomain.Environment e -> new Solution.Undecided("condition key " + key);
      case KeyDomain.Fixed(KeyState state) -> tryAll(key, List.of(state), requirements);
      case KeyDomain.OneOf(boolean optional, List<String> values) ->
          tryAll(key, states(optional, values), requirements);
      case KeyDomain.Numeric(boolean optional) ->
          onlyOf(requirements, Kind.NUMERIC)
              ? tryAll(key, states(optional, numbers(requirements)), requirements)
              : undecided(key);
      case KeyDomain.Time time ->
          onlyOf(requirements, Kind.DATE)
              ? tryAll(key, states(time.optional(), times(time, requirements)), requirements)
              : undecided(key);
      case KeyDomain.Network network -> network(key, network, requirements);
      case KeyDomain.Chosen chosen -> chosen(key, chosen, requirements, budget);
    };
  }

  private static Solution network(
      String key, KeyDomain.Network domain, List<Requirement> requirements) {
    Solution present =
        onlyOf(requirements, Kind.ADDRESS)
            ? NetworkSolver.solve(domain.broad(), requirements)
            : undecided(key);
    return present instanceof Solution.Holds
            || !domain.optional()
            || !holds(key, KeyState.ABSENT, requirements)
        ? present
        : new Solution.Holds(KeyState.ABSENT);
  }

  private static Solution undecided(String key) {
    return new Solution.Undecided("condition key " + key + " under an operator of another type");
  }

  private static Solution chosen(
      String key, KeyDomain.Chosen domain, List<Requirement> requirements, Budget budget) {
    if (domain.optional() && holds(key, KeyState.ABSENT, requirements)) {
      return new Solution.Holds(KeyState.ABSENT);
    }
    if (onlyOf(requirements, Kind.TEXT)) {
      return TextSolver.solve(domain, requirements, budget);
    }
    if (!domain.within().isEmpty()) {
      return undecided(key);
    }
    // a text that operators of other types compare: their own values and their neighbours
    List<String> candidates = new ArrayList<>(List.of("true", "false", "x"));
    candidates.addAll(numbers(requirements));
    for (Requirement requirement : requirements) {
      requirement.condition().values().forEach(value -> candidates.add(value.text()));
    }
    Solution tried = tryAll(key, states(false, candidates), requirements);
    return tried instanceof Solution.Impossible ? undecided(key) : tried;
  }

  private static List<KeyState> states(boolean optional, List<String> values) {
    List<KeyState> states = new ArrayList<>();
    values.forEach(value -> states.add(KeyState.of(value)));
    if (optional) {
      states.add(KeyState.ABSENT);
    }
    return states;
  }

  private static Solution tryAll(
      String key, List<KeyState> states, List<Requirement> requirements) {
    for (KeyState state : states) {
      if (holds(key, state, requirements)) {
        return new Solution.Holds(state);
      }
    }
    return IMPOSSIBLE;
  }

  private static boolean holds(String key, KeyState state, List<Requirement> requirements) {
    RequestContext context = new RequestContext(Map.of(key, state), true);
    for (Requirement requirement : requirements) {
      if (ConditionEvaluator.evaluate(requirement.condition(), context)
          != Ternary.of(requirement.wanted())) {
        return false;
      }
    }
    return true;
  }

  private enum Kind {
    TEXT,
    NUMERIC,
    DATE,
    ADDRESS
  }

  private static boolean onlyOf(List<Requirement> requirements, Kind kind) {
    return requirements.stream()
        .map(requirement -> requirement.condition().operator().comparison())
        .allMatch(comparison -> comparison == Comparison.NULL || kind(comparison) == kind);
  }

  private static Kind kind(Comparison comparison) {
    return switch (comparison) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_LIKE, NULL -> Kind.TEXT;
      case BOOL, BINARY_EQUALS -> Kind.NUMERIC;
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Kind.NUMERIC;
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Kind.DATE;
      case IP_ADDRESS -> Kind.ADDRESS;
    };
  }

  private static List<String> numbers(List<Requirement> requirements) {
    TreeSet<BigDecimal> marks = new TreeSet<>();
    for (Requirement requirement : requirements) {
      for (Template value : requirement.condition().values()) {
        ValueTest.number(value.text()).ifPresent(marks::add);
      }
    }
    TreeSet<BigDecimal> candidates = new TreeSet<>(List.of(BigDecimal.ZERO, BigDecimal.ONE));
    for (BigDecimal mark : marks) {
      BigDecimal next = marks.higher(mark);
      candidates.add(mark);
      candidates.add(
          next == null
              ? mark.add(BigDecimal.ONE)
              : mark.add(next)
                  .divide(
                      BigDecimal.valueOf(2),
                      mark.scale() + 3 + next.scale(),
                      RoundingMode.HALF_UP));
    }
    return candidates.stream()
        .filter(number -> number.signum() >= 0)
        .map(BigDecimal::toPlainString)
        .toList();
  }

  private static List<String> times(KeyDomain.Time domain, List<Requirement> requirements) {
    Instant last = domain.window().until().minusSeconds(1);
    Instant first = domain.window().from();
    TreeSet<Instant> candidates = new TreeSet<>(List.of(first));
    if (last.isAfter(first)) {
      candidates.add(last);
    }
    for (Requirement requirement : requirements) {
      for (Template value : requirement.condition().values()) {
        Moments.parse(value.text())
            .ifPresent(
                mark -> {
                  candidates.add(mark);
                  candidates.add(mark.plusSeconds(1));
                  candidates.add(mark.minusSeconds(1));
                });
      }
    }
    return candidates.stream()
        .filter(t -> !t.isBefore(first) && (t.equals(first) || t.isBefore(domain.window().until())))
        .map(t -> domain.epoch() ? Long.toString(t.getEpochSecond()) : t.toString())
        .toList();
  }
}
