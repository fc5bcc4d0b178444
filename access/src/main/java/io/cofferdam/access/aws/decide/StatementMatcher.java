package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;

/// Whether a statement applies to a request, by its Resource and Condition elements.
final class StatementMatcher {
  private final Facts facts;
  private final Findings findings;

  StatementMatcher(Facts facts, Findings findings) {
    this.facts = facts;
    this.findings = findings;
  }

  Ternary matches(Statement statement, Target target) {
    Ternary result = resource(statement.resource(), target);
    List<Condition> conditions = statement.conditions();
    for (int i = 0; i < conditions.size() && result != Ternary.FALSE; i++) {
      result = result.and(ConditionEvaluator.evaluate(conditions.get(i), facts.context));
    }
    return result;
  }

  private Ternary resource(ResourceElement element, Target target) {
    Ternary any = Ternary.FALSE;
    List<Template> values = element.values();
    for (int i = 0; i < values.size() && any != Ternary.TRUE; i++) {
      any = any.or(resource(values.get(i), target));
    }
    return element.allBut() ? any.not() : any;
  }

  private Ternary resource(Template template, Target target) {
    if (template.variables().isEmpty()) {
      return target.matches(template.pattern());
    }
    RequestContext context = facts.context;
    for (String key : template.variables()) {
      if (context.state(key) instanceof KeyState.Unknown) {
        // whatever the variable holds, what stands around it must match
        return target.matches(template.pattern()).and(Ternary.UNKNOWN);
      }
    }
    Optional<Template> resolved = template.resolve(context::single);
    return resolved.isPresent() ? target.matches(resolved.get().pattern()) : Ternary.FALSE;
  }

  /// Notes what leaves a statement undecided.
  void noteOpen(PolicyLayer layer, String document, Statement statement, Target target) {
    for (Template template : statement.resource().values()) {
      Ternary matched = resource(template, target);
      if (matched != Ternary.UNKNOWN) {
        continue;
      }
      if (template.variables().isEmpty()) {
        findings.open("whether the resource is one of `" + template.source() + "`");
      }
      for (String key : template.variables()) {
        if (facts.context.state(key) instanceof KeyState.Unknown) {
          findings.open("policy variable " + key);
          findings.open(
              open(layer, document, statement, key, "Resource", List.of(template.source())));
        }
      }
    }
    for (Condition condition : statement.conditions()) {
      if (ConditionEvaluator.evaluate(condition, facts.context) == Ternary.UNKNOWN) {
        findings.open("condition key " + condition.name());
        findings.open(
            open(
                layer,
                document,
                statement,
                condition.name(),
                condition.operator().name(),
                condition.values().stream().map(Template::source).toList()));
      }
    }
  }

  private static OpenCondition open(
      PolicyLayer layer,
      String document,
      Statement statement,
      String key,
      String operator,
      List<String> values) {
    return new OpenCondition(
        layer, document, statement.name(), statement.effect(), key, operator, values);
  }
}
