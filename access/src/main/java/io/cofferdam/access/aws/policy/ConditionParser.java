package io.cofferdam.access.aws.policy;

import io.cofferdam.access.aws.pattern.Ascii;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.Json.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Parses the Condition element.
final class ConditionParser {
  private final PolicyProblems problems;
  private final PolicyVersion version;

  ConditionParser(PolicyProblems problems, PolicyVersion version) {
    this.problems = problems;
    this.version = version;
  }

  List<Condition> parse(@Nullable Json element) {
    List<Condition> conditions = new ArrayList<>();
    if (element == null) {
      return conditions;
    }
    if (!(element instanceof Json.Members(Map<String, Json> operators, Position at))) {
      problems.error(
          "CFD-ACCESS-0019", element.at(), "`Condition` is " + element.kind() + " [an object]");
      return conditions;
    }
    operators.forEach((name, keys) -> operator(name, keys, conditions));
    return conditions;
  }

  private void operator(String name, Json keys, List<Condition> into) {
    Optional<ConditionOperator> operator = ConditionOperator.parse(name);
    if (operator.isEmpty()) {
      problems.error(
          "CFD-ACCESS-0020",
          keys.at(),
          "unknown condition operator `" + PolicyProblems.shortened(name) + "`");
      return;
    }
    if (!(keys instanceof Json.Members(Map<String, Json> byKey, Position at))) {
      problems.error(
          "CFD-ACCESS-0021",
          keys.at(),
          "`" + name + "` holds " + keys.kind() + " [expected an object of condition keys]");
      return;
    }
    byKey.forEach((key, values) -> into.add(condition(operator.get(), key, values)));
  }

  /// Policy variables are for string and ARN operators; elsewhere their text stands for itself and
  /// is no value of the operator's type (IAM policy elements: Variables and tags).
  private Template template(ConditionOperator operator, Json item, String value) {
    boolean takesVariables =
        switch (operator.comparison()) {
          case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_LIKE -> true;
          case NUMERIC_EQUALS,
              NUMERIC_LESS_THAN,
              NUMERIC_LESS_THAN_EQUALS,
              NUMERIC_GREATER_THAN,
              NUMERIC_GREATER_THAN_EQUALS,
              DATE_EQUALS,
              DATE_LESS_THAN,
              DATE_LESS_THAN_EQUALS,
              DATE_GREATER_THAN,
              DATE_GREATER_THAN_EQUALS,
              BOOL,
              BINARY_EQUALS,
              IP_ADDRESS,
              NULL ->
              false;
        };
    if (!takesVariables && version.resolvesVariables() && value.contains("${")) {
      problems.warning(
          "CFD-ACCESS-0025",
          item.at(),
          "a policy variable under `"
              + operator.name()
              + "`, where none is resolved; it matches nothing [string and ARN operators resolve"
              + " variables]");
      return Template.of(value, PolicyVersion.V2008_10_17);
    }
    return Template.of(value, version);
  }

  private Condition condition(ConditionOperator operator, String key, Json values) {
    List<Template> templates = new ArrayList<>();
    List<Json> items =
        values instanceof Json.Items(List<Json> list, Position at) ? list : List.of(values);
    if (items.isEmpty()) {
      problems.warning(
          "CFD-ACCESS-0022", values.at(), "no values for a condition key; none can match");
    }
    for (Json item : items) {
      Optional<String> scalar = item.scalar();
      if (scalar.isEmpty()) {
        problems.error(
            "CFD-ACCESS-0023",
            item.at(),
            item.kind() + " as a condition value [expected a string, number or boolean]");
        continue;
      }
      templates.add(template(operator, item, scalar.get()));
    }
    return new Condition(operator, Ascii.lower(key), key, templates);
  }
}
