package io.cofferdam.access.azure.abac;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Set;

/// Evaluates conditions in three values.
///
/// A comparison with an attribute that the request does not have fails (Microsoft Learn,
/// "storage-auth-abac-attributes", Suboperations). Under a negation, or with a negated operator,
/// the documentation does not say what comes out: that is unknown.
public final class ConditionEvaluator {
  private final String action;
  private final Set<String> subOperations;
  private final Attributes attributes;
  private final Set<String> residual;

  /// @param action the action being checked, such as
  ///     `Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read`
  /// @param subOperations those of the request, such as `Blob.List`
  /// @param residual takes what would decide where the answer is unknown
  public ConditionEvaluator(
      String action, Set<String> subOperations, Attributes attributes, Set<String> residual) {
    this.action = action;
    this.subOperations = Set.copyOf(subOperations);
    this.attributes = attributes;
    this.residual = residual;
  }

  public Ternary evaluate(Condition condition) {
    return evaluate(condition, false);
  }

  private Ternary evaluate(Condition condition, boolean negated) {
    return switch (condition) {
      case Condition.And(List<Condition> parts) -> {
        Ternary all = Ternary.TRUE;
        for (Condition part : parts) {
          all = all.and(evaluate(part, negated));
        }
        yield all;
      }
      case Condition.Or(List<Condition> parts) -> {
        Ternary any = Ternary.FALSE;
        for (Condition part : parts) {
          any = any.or(evaluate(part, negated));
        }
        yield any;
      }
      case Condition.Not(Condition part) -> evaluate(part, !negated).not();
      case Condition.ActionMatches(Pattern pattern) -> Ternary.of(pattern.matches(action));
      case Condition.SubOperationMatches(Pattern pattern) ->
          Ternary.of(subOperations.stream().anyMatch(pattern::matches));
      case Condition.Exists(Attribute attribute) ->
          switch (attributes.state(attribute)) {
            case KeyState.Present p -> Ternary.TRUE;
            case KeyState.Absent a -> Ternary.FALSE;
            case KeyState.Unknown u -> unknown(attribute + " is not told");
          };
      case Condition.Compare compare -> compare(compare, negated);
      case Condition.Unreadable(String why) -> unknown("a condition that cannot be read: " + why);
    };
  }

  private Ternary unknown(String why) {
    residual.add(why);
    return Ternary.UNKNOWN;
  }

  private Ternary compare(Condition.Compare compare, boolean negated) {
    Ternary missing = missing(compare.left()).or(missing(compare.right()));
    if (missing == Ternary.TRUE) {
      return compare.negated() || negated
          ? unknown("how Azure negates a comparison with an attribute that is absent")
          : Ternary.FALSE;
    }
    if (missing == Ternary.UNKNOWN) {
      return Ternary.UNKNOWN;
    }
    List<String> left = values(compare.left());
    List<String> right = values(compare.right());
    if (compare.quantifier() == Quantifier.SINGLE && (left.size() != 1 || right.size() != 1)) {
      return unknown("how Azure compares several values without a cross product operator");
    }
    Ternary outer = Ternary.of(compare.quantifier().allLeft());
    for (String one : left) {
      Ternary inner = Ternary.of(compare.quantifier().allRight());
      for (String other : right) {
        Ternary same = AttributeTest.holds(compare.comparison(), one, other);
        same = compare.negated() ? same.not() : same;
        inner = compare.quantifier().allRight() ? inner.and(same) : inner.or(same);
      }
      outer = compare.quantifier().allLeft() ? outer.and(inner) : outer.or(inner);
    }
    return outer == Ternary.UNKNOWN
        ? unknown("a value that is not of the type its operator compares")
        : outer;
  }

  /// Whether the operand has no value: TRUE where it is absent, UNKNOWN where that is not told.
  private Ternary missing(Operand operand) {
    if (!(operand instanceof Operand.Of(Attribute attribute))) {
      return Ternary.FALSE;
    }
    return switch (attributes.state(attribute)) {
      case KeyState.Present(List<String> values) -> Ternary.of(values.isEmpty());
      case KeyState.Absent a -> Ternary.TRUE;
      case KeyState.Unknown u -> unknown(attribute + " is not told");
    };
  }

  private List<String> values(Operand operand) {
    return switch (operand) {
      case Operand.Literal(List<String> values) -> values;
      case Operand.Of(Attribute attribute) ->
          attributes.state(attribute) instanceof KeyState.Present(List<String> values)
              ? values
              : List.of();
    };
  }
}
