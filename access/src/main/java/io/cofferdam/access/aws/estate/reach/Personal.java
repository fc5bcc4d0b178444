package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Condition keys whose values differ between principals of one account, and conditions that they
/// settle.
final class Personal {
  private static final String USER_ID = "aws:userid";

  private Personal() {}

  private static boolean isPersonal(String key) {
    return key.equals("aws:principalarn")
        || key.equals(USER_ID)
        || key.equals("aws:username")
        || key.startsWith("aws:principaltag/");
  }

  /// Whether a statement says different things of different principals of an account.
  static boolean uses(Statement statement) {
    return !keys(statement).isEmpty();
  }

  /// The personal keys of a statement, in order.
  static Set<String> keys(Statement statement) {
    Set<String> keys = new TreeSet<>(ofResources(statement));
    for (Condition condition : statement.conditions()) {
      keys.addAll(keys(condition));
    }
    return keys;
  }

  /// The personal keys among the variables of a statement's resources.
  static Set<String> ofResources(Statement statement) {
    Set<String> keys = new TreeSet<>();
    for (Template template : statement.resource().values()) {
      add(template, keys);
    }
    return keys;
  }

  static Set<String> keys(Condition condition) {
    Set<String> keys = new TreeSet<>();
    if (isPersonal(condition.key())) {
      keys.add(condition.key());
    }
    condition.values().forEach(template -> add(template, keys));
    return keys;
  }

  private static void add(Template template, Set<String> into) {
    for (String key : template.variables()) {
      if (isPersonal(key)) {
        into.add(key);
      }
    }
  }

  /// Whether who the actor is decides the condition. The user id does not: a session's name is part
  /// of it, and whoever assumes a role chooses that.
  static boolean settles(Condition condition) {
    return settling(condition.key())
        && condition.values().stream()
            .allMatch(template -> template.variables().stream().allMatch(Personal::settling));
  }

  private static boolean settling(String key) {
    return isPersonal(key) && !key.equals(USER_ID);
  }

  /// The outcome of a condition that [#settles] for an actor with these keys.
  static Ternary outcome(Condition condition, Map<String, KeyState> keys) {
    Map<String, KeyState> used = new HashMap<>();
    for (String key : keys(condition)) {
      used.put(key, keys.getOrDefault(key, KeyState.UNKNOWN));
    }
    return ConditionEvaluator.evaluate(condition, new RequestContext(used, false));
  }
}
