package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator.Quantifier;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How policies use their condition keys, from which the type of a key follows that no table
/// names: a key that is only ever compared as a number is a number.
final class KeyUses {
  private enum Type {
    TEXT,
    NUMBER,
    DATE,
    ADDRESS,
    BOOLEAN
  }

  private static final Window ALWAYS =
      new Window(Instant.parse("1970-01-02T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

  private final Map<String, Set<Type>> types = new HashMap<>();
  private final Set<String> sets = new HashSet<>();

  static KeyUses of(Collection<PolicyDocument> documents) {
    KeyUses uses = new KeyUses();
    for (PolicyDocument document : documents) {
      for (Statement statement : document.statements()) {
        statement.conditions().forEach(uses::add);
      }
    }
    return uses;
  }

  private void add(Condition condition) {
    Set<Type> known = types.computeIfAbsent(condition.key(), k -> EnumSet.noneOf(Type.class));
    switch (condition.operator().comparison()) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_LIKE, BINARY_EQUALS ->
          known.add(Type.TEXT);
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          known.add(Type.NUMBER);
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          known.add(Type.DATE);
      case BOOL -> known.add(Type.BOOLEAN);
      case IP_ADDRESS -> known.add(Type.ADDRESS);
      case NULL -> {}
    }
    if (condition.operator().quantifier() != Quantifier.NONE) {
      sets.add(condition.key());
    }
  }

  boolean mentions(String key) {
    return types.containsKey(key);
  }

  /// Whether some policy compares the key as a set.
  boolean isSet(String key) {
    return sets.contains(key);
  }

  /// Any value of the type the key is used as, or none.
  KeyDomain free(String key) {
    Set<Type> known = types.getOrDefault(key, Set.of());
    if (known.size() == 1 && !isSet(key)) {
      return switch (known.iterator().next()) {
        case TEXT -> text(key);
        case NUMBER -> new KeyDomain.Numeric(true);
        case DATE -> new KeyDomain.Time(true, false, ALWAYS);
        case ADDRESS -> new KeyDomain.Network(true, false);
        case BOOLEAN -> new KeyDomain.OneOf(true, List.of("true", "false"));
      };
    }
    return text(key);
  }

  private KeyDomain text(String key) {
    return new KeyDomain.Chosen(true, isSet(key), List.of(), List.of());
  }
}
