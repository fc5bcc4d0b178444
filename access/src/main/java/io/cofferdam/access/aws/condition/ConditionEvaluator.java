package io.cofferdam.access.aws.condition;

import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
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
          values.isEmpty() || nothingInSet(condition.operator(), values)
              ? Ternary.of(whenAbsent(condition.operator()))
              : whenPresent(condition, values, context);
    };
  }

  /// For set operators a text without characters is no value (Single-valued vs. multivalued
  /// context keys: an empty string is a null data set).
  private static boolean nothingInSet(ConditionOperator operator, List<String> values) {
    if (operator.quantifier() == ConditionOperator.Quantifier.NONE) {
      return false;
    }
    for (String value : values) {
      if (!value.isEmpty()) {
        return false;
      }
    }
    return true;
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
    for (Template template : condition.values()) {
      if (unknownVariable(template, context)) {
        return Ternary.UNKNOWN;
      }
    }
    ConditionOperator operator = condition.operator();
    boolean any = false;
    boolean all = true;
    for (int i = 0; i < values.size(); i++) {
      boolean matched = matchesAny(condition, values.get(i), context);
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

  private static boolean matchesAny(Condition condition, String value, RequestContext context) {
    List<Template> templates = condition.values();
    for (int i = 0; i < templates.size(); i++) {
      Template template = templates.get(i);
      Optional<Template> wanted =
          template.variables().isEmpty()
              ? Optional.of(template)
              : template.resolve(context::single);
      if (wanted.isPresent()
          && ValueTest.matches(condition.operator().comparison(), wanted.get(), value)) {
        return true;
      }
    }
    return false;
  }
}
