package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.ArnKey;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a resource tells actors of one class apart by.
///
/// @param names the principals that its policies and grants name, by [ArnKey]
/// @param conditions those that follow from who the actor is
/// @param keys of the principal, whose values it uses otherwise
public record Telling(Set<String> names, List<Condition> conditions, List<String> keys) {
  public Telling {
    names = Set.copyOf(names);
    conditions = List.copyOf(conditions);
    keys = List.copyOf(keys);
  }

  /// @param grantees of key grants
  static Telling of(String action, List<PolicyDocument> policies, Collection<String> grantees) {
    Set<String> names = new HashSet<>();
    grantees.forEach(arn -> names.add(ArnKey.of(arn)));
    Set<Condition> conditions = new LinkedHashSet<>();
    Set<String> keys = new TreeSet<>();
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        if (statement.action().matches(action)) {
          names(statement.principal(), names);
          keys.addAll(Personal.ofResources(statement));
          for (Condition condition : statement.conditions()) {
            if (Personal.settles(condition)) {
              conditions.add(condition);
            } else {
              keys.addAll(Personal.keys(condition));
            }
          }
        }
      }
    }
    return new Telling(names, List.copyOf(conditions), List.copyOf(keys));
  }

  private static void names(PrincipalElement element, Set<String> into) {
    List<PrincipalName> names =
        switch (element) {
          case PrincipalElement.Named(List<PrincipalName> named) -> named;
          case PrincipalElement.AllBut(List<PrincipalName> named) -> named;
          case PrincipalElement.Missing m -> List.of();
        };
    for (PrincipalName name : names) {
      if (name instanceof PrincipalName.Arn(String arn)) {
        into.add(ArnKey.of(arn));
      }
    }
  }

  /// Whether the resource names the actor.
  public boolean names(Actor actor) {
    return !names.isEmpty() && names.contains(ArnKey.of(actor.arn()));
  }

  /// Whether it asks for nothing that follows from who the actor is.
  public boolean asksNothing() {
    return conditions.isEmpty() && keys.isEmpty();
  }

  /// What it finds out of an actor. Actors of one class that it does not name, and of whom it finds
  /// out the same, are the same to it.
  ///
  /// @param values of the actor's condition keys
  public List<Object> findings(Map<String, KeyState> values) {
    if (asksNothing()) {
      return List.of();
    }
    List<Object> findings = new ArrayList<>(conditions.size() + keys.size());
    for (Condition condition : conditions) {
      findings.add(Personal.outcome(condition, values));
    }
    for (String key : keys) {
      findings.add(values.getOrDefault(key, KeyState.UNKNOWN));
    }
    return findings;
  }
}
