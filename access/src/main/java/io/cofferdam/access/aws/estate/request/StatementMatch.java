package io.cofferdam.access.aws.estate.request;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PrincipalGrade;
import io.cofferdam.access.aws.decide.PrincipalMatcher;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one statement bears on one request, for explanations. Verdicts come from the decider alone.
///
/// @param open the conditions that are not decided
public record StatementMatch(Ternary matches, List<Condition> open) {
  private static final StatementMatch NONE = new StatementMatch(Ternary.FALSE, List.of());

  public StatementMatch {
    open = List.copyOf(open);
  }

  /// Whether the statement names the caller, the action and the resource, and its conditions hold.
  public static StatementMatch of(Statement statement, DecisionRequest request) {
    if (!statement.action().matches(request.action())
        || PrincipalMatcher.grade(statement.principal(), request.principal())
            == PrincipalGrade.NO_MATCH) {
      return NONE;
    }
    Ternary result = resource(statement, request);
    List<Condition> open = new ArrayList<>();
    for (Condition condition : statement.conditions()) {
      Ternary one = ConditionEvaluator.evaluate(condition, request.context());
      if (one == Ternary.UNKNOWN) {
        open.add(condition);
      }
      result = result.and(one);
    }
    return result == Ternary.FALSE ? NONE : new StatementMatch(result, open);
  }

  private static Ternary resource(Statement statement, DecisionRequest request) {
    Ternary any = Ternary.FALSE;
    for (Template template : statement.resource().values()) {
      boolean unknown =
          template.variables().stream()
              .anyMatch(key -> request.context().state(key) instanceof KeyState.Unknown);
      Optional<Template> resolved = template.resolve(request.context()::single);
      if (unknown) {
        any = any.or(Ternary.UNKNOWN);
      } else if (resolved.isPresent() && resolved.get().pattern().matches(request.resource())) {
        any = Ternary.TRUE;
      }
    }
    return statement.resource().allBut() ? any.not() : any;
  }
}
