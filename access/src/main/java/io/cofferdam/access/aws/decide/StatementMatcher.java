package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.Optional;
import java.util.Set;

/// Whether a statement applies to a request.
final class StatementMatcher {
  private final DecisionRequest request;
  private final Set<String> residual;

  /// @param residual collects the keys that would decide
  StatementMatcher(DecisionRequest request, Set<String> residual) {
    this.request = request;
    this.residual = residual;
  }

  /// Everything but the principal.
  Ternary matches(Statement statement) {
    if (!statement.action().matches(request.action())) {
      return Ternary.FALSE;
    }
    Ternary result = resource(statement.resource());
    for (Condition condition : statement.conditions()) {
      if (result == Ternary.FALSE) {
        return Ternary.FALSE;
      }
      Ternary one = ConditionEvaluator.evaluate(condition, request.context());
      if (one == Ternary.UNKNOWN) {
        residual.add("condition key " + condition.name());
      }
      result = result.and(one);
    }
    return result;
  }

  private Ternary resource(ResourceElement element) {
    RequestContext context = request.context();
    Ternary any = Ternary.FALSE;
    for (Template template : element.values()) {
      boolean unknown = false;
      for (String key : template.variables()) {
        if (context.state(key) instanceof KeyState.Unknown) {
          unknown = true;
          residual.add("policy variable " + key);
        }
      }
      if (unknown) {
        any = any.or(Ternary.UNKNOWN);
        continue;
      }
      Optional<Template> resolved = template.resolve(context::single);
      if (resolved.isPresent() && resolved.get().pattern().matches(request.resource())) {
        any = Ternary.TRUE;
        break;
      }
    }
    return element.allBut() ? any.not() : any;
  }
}
