package io.cofferdam.access.aws.policy;

import java.util.List;

/// One operator applied to one key: `StringLike`, `aws:PrincipalArn`, its values.
///
/// @param key in lower case, since keys ignore case
/// @param name the key as the policy writes it
public record Condition(
    ConditionOperator operator, String key, String name, List<Template> values) {
  public Condition {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return operator.name() + " " + name;
  }
}
