package io.cofferdam.respond.export.ssm;

import io.cofferdam.respond.playbook.DocNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/// The types of Automation.
final class SsmTypes {
  private static final Duration LONGEST_SLEEP = Duration.ofSeconds(604_799);

  private SsmTypes() {}

  /// Whether a value is of a type. A text that refers to something may be of any.
  static boolean is(String type, DocNode node) {
    if (node instanceof DocNode.Scalar scalar && scalar.text().contains("{{")) {
      return true;
    }
    return switch (type) {
      case "String" -> node instanceof DocNode.Scalar;
      case "Integer" -> node instanceof DocNode.Scalar scalar && scalar.text().matches("-?[0-9]+");
      case "Boolean" ->
          node instanceof DocNode.Scalar scalar && scalar.text().matches("(?i)true|false");
      case "StringList" ->
          node instanceof DocNode.Items items
              && items.items().stream().allMatch(DocNode.Scalar.class::isInstance);
      case "MapList" ->
          node instanceof DocNode.Items items
              && items.items().stream()
                  .allMatch(each -> each instanceof DocNode.Mapping || is("MapList", each));
      case "StringMap" -> node instanceof DocNode.Mapping;
      case "Duration" -> node instanceof DocNode.Scalar scalar && span(scalar.text());
      case "Moment" -> node instanceof DocNode.Scalar scalar && moment(scalar.text());
      default -> true;
    };
  }

  private static boolean span(String text) {
    try {
      var span = Duration.parse(text);
      return span.isPositive() && span.compareTo(LONGEST_SLEEP) <= 0;
    } catch (DateTimeException | ArithmeticException none) {
      return false;
    }
  }

  private static boolean moment(String text) {
    try {
      return Instant.parse(text).isAfter(Instant.EPOCH);
    } catch (DateTimeException none) {
      return false;
    }
  }

  /// What was expected, for messages.
  static String expected(String type) {
    return switch (type) {
      case "StringList" -> "a list of texts";
      case "MapList" -> "a list of mappings";
      case "StringMap" -> "names and values";
      case "Integer" -> "a whole number";
      case "Boolean" -> "true or false";
      case "Duration" -> "a span such as PT10M, at most 604799 seconds";
      case "Moment" -> "a time such as 2026-11-22T03:00:00Z";
      default -> "one text";
    };
  }
}
