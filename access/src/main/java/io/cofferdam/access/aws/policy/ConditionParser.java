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
      templates.add(Template.of(scalar.get(), version));
    }
    return new Condition(operator, Ascii.lower(key), key, templates);
  }
}
