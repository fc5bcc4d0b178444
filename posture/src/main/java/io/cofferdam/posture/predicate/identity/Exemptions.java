package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whom Deny statements leave alone: the conditions about the caller that must hold for a Deny to
/// apply, such as `ArnNotLike aws:PrincipalArn break-glass`.
///
/// @param conditions that hold of callers who are not exempt
/// @param values what the exempt are told by, for a person
/// @param broad values that exempt anybody: a wildcard in place of a name
record Exemptions(List<Condition> conditions, Set<String> values, Set<String> broad) {
  Exemptions {
    conditions = List.copyOf(conditions);
    values = Set.copyOf(values);
    broad = Set.copyOf(broad);
  }

  static Exemptions of(List<List<PolicyDocument>> levels, List<String> actions) {
    List<Condition> conditions = new ArrayList<>();
    Set<String> values = new LinkedHashSet<>();
    Set<String> broad = new LinkedHashSet<>();
    for (var level : levels) {
      for (var policy : level) {
        for (var statement : policy.statements()) {
          if (statement.effect() == Effect.DENY && concerns(statement, actions)) {
            for (var condition : statement.conditions()) {
              if (aboutCaller(condition)) {
                conditions.add(condition);
                condition.values().forEach(v -> sort(condition, v, values, broad));
              }
            }
          }
        }
      }
    }
    return new Exemptions(conditions.stream().distinct().toList(), values, broad);
  }

  private static boolean concerns(Statement statement, List<String> actions) {
    return actions.stream().anyMatch(action -> statement.action().matches(action));
  }

  private static boolean aboutCaller(Condition condition) {
    return condition.operator().negated()
        && (condition.key().equals("aws:principalarn")
            || condition.key().startsWith("aws:principaltag/")
            || condition.key().equals("aws:principalaccount")
            || condition.key().equals("aws:username"));
  }

  private static void sort(
      Condition condition, Template value, Set<String> values, Set<String> broad) {
    var text = value.source();
    var name = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
    (name.matches("[*?]*") ? broad : values).add(condition.name() + " " + text);
  }
}
