package io.cofferdam.respond.export.asl;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.cofferdam.respond.playbook.Condition;
import io.cofferdam.respond.playbook.Condition.Compare;
import io.cofferdam.respond.playbook.Condition.Operand;
import io.cofferdam.respond.playbook.Condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Conditions as rules of a choice.
final class AslCondition {
  private AslCondition() {}

  /// Where the run has a variable's value.
  static String path(String variable) {
    return variable.matches("[A-Za-z0-9_]+")
        ? "$.values.all." + variable
        : "$.values.all['" + variable + "']";
  }

  /// Whether anything is asked that nobody told, or ordered that is no number; empty where nothing
  /// can be unknown.
  static Optional<ObjectNode> unknown(Condition condition) {
    var parts = new ArrayList<ObjectNode>();
    condition.variables().forEach(name -> parts.add(Asl.present(path(name), false)));
    for (var each : condition.comparisons()) {
      if (each.operator() != Operator.EQUAL
          && each.operator() != Operator.DIFFERENT
          && each.operator() != Operator.IN) {
        var all = new ArrayList<Operand>(each.right());
        all.add(each.left());
        for (var operand : all) {
          if (operand.variable()) {
            parts.add(Asl.object().put("Variable", path(operand.text())).put("IsNumeric", false));
          }
        }
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(Asl.group("Or", parts));
  }

  /// A case of a switch.
  static ObjectNode is(String variable, String value) {
    return equal(path(variable), value);
  }

  static ObjectNode rule(Condition condition) {
    return switch (condition) {
      case Condition.All(var left, var right) -> Asl.group("And", List.of(rule(left), rule(right)));
      case Condition.Any(var left, var right) -> Asl.group("Or", List.of(rule(left), rule(right)));
      case Condition.Not(var inner) -> not(rule(inner));
      case Compare compare -> compare(compare);
    };
  }

  private static ObjectNode not(ObjectNode rule) {
    return Asl.object().set("Not", rule);
  }

  private static ObjectNode compare(Compare compare) {
    var parts = new ArrayList<ObjectNode>();
    for (var right : compare.right()) {
      parts.add(one(compare.left(), compare.operator(), right));
    }
    return parts.size() == 1 ? parts.getFirst() : Asl.group("Or", parts);
  }

  private static ObjectNode one(Operand left, Operator operator, Operand right) {
    if (!left.variable() && !right.variable()) {
      // Both are written out: the document says itself how it ends.
      var holds = new Compare(left, operator, List.of(right)).holds(Map.of());
      return Asl.present("$$.Execution.Id", holds == io.cofferdam.respond.playbook.Truth.TRUE);
    }
    if (!left.variable()) {
      return one(right, mirrored(operator), left);
    }
    var path = path(left.text());
    return switch (operator) {
      case EQUAL, IN -> same(path, right);
      case DIFFERENT -> not(same(path, right));
      case LESS -> ordered(path, "NumericLessThan", right);
      case AT_MOST -> ordered(path, "NumericLessThanEquals", right);
      case MORE -> ordered(path, "NumericGreaterThan", right);
      case AT_LEAST -> ordered(path, "NumericGreaterThanEquals", right);
    };
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.MORE;
      case AT_MOST -> Operator.AT_LEAST;
      case MORE -> Operator.LESS;
      case AT_LEAST -> Operator.AT_MOST;
      case EQUAL, DIFFERENT, IN -> operator;
    };
  }

  private static ObjectNode same(String path, Operand right) {
    return right.variable()
        ? Asl.test(path, "StringEqualsPath", TextNode.valueOf(path(right.text())))
        : equal(path, right.text());
  }

  private static ObjectNode ordered(String path, String operator, Operand right) {
    return right.variable()
        ? Asl.test(path, operator + "Path", TextNode.valueOf(path(right.text())))
        : Asl.test(path, operator, LongNode.valueOf(Long.parseLong(right.text())));
  }

  /// A value that is told as a text, or as the number or truth that the text is.
  private static ObjectNode equal(String path, String value) {
    var text = Asl.test(path, "StringEquals", TextNode.valueOf(value));
    if (value.matches("-?[0-9]{1,15}")) {
      return Asl.group(
          "Or",
          List.of(text, Asl.test(path, "NumericEquals", LongNode.valueOf(Long.parseLong(value)))));
    }
    if (value.equals("true") || value.equals("false")) {
      return Asl.group(
          "Or",
          List.of(
              text,
              Asl.test(path, "BooleanEquals", BooleanNode.valueOf(Boolean.parseBoolean(value)))));
    }
    return text;
  }
}
