package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import java.util.List;
import java.util.stream.Collectors;

/// One test that a statement makes of a request.
public sealed interface Test {

  /// What is tested: [#ACTION], [#RESOURCE] or a condition key in lower case.
  String variable();

  /// The test in the words of the policy.
  String words();

  /// The keys of the policy variables in it, in lower case.
  default List<String> variables() {
    return switch (this) {
      case OfAction a -> List.of();
      case OfResource(String v, ResourceElement element) -> variables(element.values());
      case OfCondition(Condition condition) -> variables(condition.values());
    };
  }

  private static List<String> variables(List<Template> values) {
    return values.stream().flatMap(value -> value.variables().stream()).toList();
  }

  /// The name under which the request's action is tested.
  String ACTION = "action";

  /// The name under which the request's resource is tested.
  String RESOURCE = "resource";

  /// Action or NotAction.
  record OfAction(ActionElement element) implements Test {
    @Override
    public String variable() {
      return ACTION;
    }

    @Override
    public String words() {
      return (element.allBut() ? "NotAction " : "Action ") + some(element.patterns());
    }
  }

  /// Resource or NotResource.
  ///
  /// @param variable [#RESOURCE], or another name where a request concerns two
  record OfResource(String variable, ResourceElement element) implements Test {
    @Override
    public String words() {
      return element.values().isEmpty() && element.allBut()
          ? "the resource the policy is attached to"
          : (element.allBut() ? "NotResource " : "Resource ")
              + some(element.values().stream().map(Template::source).toList());
    }
  }

  record OfCondition(Condition condition) implements Test {
    @Override
    public String variable() {
      return condition.key();
    }

    @Override
    public String words() {
      return condition.operator().name()
          + " "
          + condition.name()
          + " "
          + some(condition.values().stream().map(Template::source).toList());
    }
  }

  private static String some(List<?> values) {
    if (values.isEmpty()) {
      return "(no value)";
    }
    String listed =
        values.stream()
            .limit(3)
            .map(value -> "`" + shortened(value.toString()) + "`")
            .collect(Collectors.joining(", "));
    return values.size() > 3 ? listed + " and " + (values.size() - 3) + " more" : listed;
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.substring(0, 97) + "..." : text;
  }
}
