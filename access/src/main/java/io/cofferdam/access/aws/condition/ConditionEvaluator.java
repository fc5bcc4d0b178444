package io.cofferdam.access.aws.condition;

import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Evaluates one condition, in three values (IAM JSON policy elements: Condition operators;
/// Multivalued context keys).
///
/// An absent key makes plain operators false and negated ones true; with `IfExists` true; under
/// ForAllValues true, under ForAnyValue false. Values of one condition are alternatives; a
/// negated operator wants none of them to match. A policy variable without value or default
/// matches nothing.
public final class ConditionEvaluator {
  private ConditionEvaluator() {}

  public static Ternary evaluate(Condition condition, RequestContext context) {
    KeyState state = context.state(condition.key());
    if (condition.operator().comparison() == Comparison.NULL) {
      return presence(condition, state);
    }
    return switch (state) {
      case KeyState.Unknown u -> Ternary.UNKNOWN;
      case KeyState.Absent a -> Ternary.of(whenAbsent(condition.operator()));
      case KeyState.Present(List<String> values) ->
          values.isEmpty()
              ? Ternary.of(whenAbsent(condition.operator()))
              : whenPresent(condition, values, context);
    };
  }

  private static Ternary presence(Condition condition, KeyState state) {
    boolean acceptsAbsent = false;
    boolean acceptsPresent = false;
    for (Template value : condition.values()) {
      acceptsAbsent |= value.text().equalsIgnoreCase("true");
      acceptsPresent |= value.text().equalsIgnoreCase("false");
    }
    if (acceptsAbsent == acceptsPresent) {
      return Ternary.of(acceptsAbsent);
    }
    return switch (state) {
      case KeyState.Unknown u -> Ternary.UNKNOWN;
      case KeyState.Absent a -> Ternary.of(acceptsAbsent);
      case KeyState.Present(List<String> values) ->
          Ternary.of(values.isEmpty() ? acceptsAbsent : acceptsPresent);
    };
  }

  static boolean whenAbsent(ConditionOperator operator) {
    if (operator.ifExists()) {
      return true;
    }
    return switch (operator.quantifier()) {
      case FOR_ALL_VALUES -> true;
      case FOR_ANY_VALUE -> false;
      case NONE -> operator.negated();
    };
  }

  private static Ternary whenPresent(
      Condition condition, List<String> values, RequestContext context) {
    List<Template> wanted = new ArrayList<>();
    for (Template template : condition.values()) {
      if (unknownVariable(template, context)) {
        return Ternary.UNKNOWN;
      }
      Optional<Template> resolved = template.resolve(context::single);
      resolved.ifPresent(wanted::add);
    }
    ConditionOperator operator = condition.operator();
    boolean any = false;
    boolean all = true;
    for (String value : values) {
      boolean matched = matchesAny(operator.comparison(), wanted, value);
      any |= matched;
      all &= matched;
    }
    boolean negated = operator.negated();
    return Ternary.of(
        switch (operator.quantifier()) {
          case NONE -> any != negated;
          case FOR_ANY_VALUE -> negated ? !all : any;
          case FOR_ALL_VALUES -> negated ? !any : all;
        });
  }

  private static boolean unknownVariable(Template template, RequestContext context) {
    for (String key : template.variables()) {
      if (context.state(key) instanceof KeyState.Unknown) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAny(Comparison comparison, List<Template> wanted, String value) {
    for (Template template : wanted) {
      if (ValueTest.matches(comparison, template, value)) {
        return true;
      }
    }
    return false;
  }
}
