package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.reach.StatementNumbers.Said;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The classes of actors for one action.
///
/// Statements on other actions are left out, and so is what cannot matter: conditions that hold
/// for the actor, statements with one that does not, and single Allows beside one of everything.
final class ActionClasses {
  private record Likeness(
      String account,
      boolean role,
      boolean serviceLinked,
      List<Integer> identity,
      List<Integer> ceilings) {}

  /// The statements of a policy that match the action.
  private record Relevant(List<Integer> forAll, List<Statement> personal) {}

  private final String action;
  private final EstateDecider decider;
  private final StatementNumbers numbers;
  private final Map<Integer, Relevant> byDocument = new HashMap<>();
  private final Map<Likeness, ActorClass> classes = new HashMap<>();
  // shapes are shared
  private final IdentityHashMap<ActorShape, ActorClass> byShape = new IdentityHashMap<>();
  private final Map<Actor, ActorClass> byActor = new HashMap<>();

  ActionClasses(String action, EstateDecider decider, StatementNumbers numbers) {
    this.action = action;
    this.decider = decider;
    this.numbers = numbers;
  }

  synchronized ActorClass of(Actor actor, ActorShape shape) {
    ActorClass known = byShape.get(shape);
    if (known == null) {
      known = byActor.get(actor);
    }
    if (known != null) {
      return known;
    }
    boolean personal = false;
    List<Integer> identity = new ArrayList<>();
    for (ActorShape.Held held : shape.identity()) {
      personal |= add(actor, held, identity);
    }
    List<Integer> ceilings = new ArrayList<>();
    for (ActorShape.Held held : shape.ceilings()) {
      personal |= add(actor, held, ceilings);
      ceilings.add(ActorClass.END);
    }
    Likeness likeness =
        new Likeness(
            shape.account(),
            shape.role(),
            shape.serviceLinked(),
            essence(identity),
            List.copyOf(ceilings));
    ActorClass found =
        classes.computeIfAbsent(
            likeness,
            l ->
                new ActorClass(
                    classes.size(),
                    l.account(),
                    l.role(),
                    l.serviceLinked(),
                    l.identity(),
                    l.ceilings(),
                    numbers));
    if (personal) {
      byActor.put(actor, found);
    } else {
      byShape.put(shape, found);
    }
    return found;
  }

  /// In order, each once; of Allows only one of everything where there is such.
  private List<Integer> essence(List<Integer> identity) {
    Set<Integer> kept = new TreeSet<>(identity);
    for (int number : identity) {
      if (numbers.get(number).allowsAll()) {
        kept.removeIf(other -> numbers.get(other).effect() == Effect.ALLOW);
        kept.add(number);
        break;
      }
    }
    return List.copyOf(kept);
  }

  /// @return whether what the policy says depends on who the actor is
  private boolean add(Actor actor, ActorShape.Held held, List<Integer> into) {
    Relevant relevant = byDocument.computeIfAbsent(held.number(), n -> relevant(held.policy()));
    into.addAll(relevant.forAll());
    for (Statement statement : relevant.personal()) {
      settled(statement, decider.principalKeys(actor), into);
    }
    return !relevant.personal().isEmpty();
  }

  private Relevant relevant(PolicyDocument policy) {
    List<Integer> forAll = new ArrayList<>();
    List<Statement> personal = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (statement.action().matches(action)) {
        if (Personal.uses(statement)) {
          personal.add(statement);
        } else {
          forAll.add(
              numbers.of(
                  new Said(
                      statement.effect(),
                      statement.resource(),
                      statement.conditions(),
                      List.of())));
        }
      }
    }
    return new Relevant(List.copyOf(forAll), List.copyOf(personal));
  }

  private void settled(Statement statement, Map<String, KeyState> keys, List<Integer> into) {
    List<Condition> left = new ArrayList<>();
    Set<String> used = Personal.ofResources(statement);
    for (Condition condition : statement.conditions()) {
      if (Personal.settles(condition)) {
        Ternary outcome = Personal.outcome(condition, keys);
        if (outcome == Ternary.FALSE) {
          return;
        }
        if (outcome == Ternary.UNKNOWN) {
          left.add(condition);
        }
      } else {
        left.add(condition);
        used.addAll(Personal.keys(condition));
      }
    }
    List<KeyState> values = new ArrayList<>();
    for (String key : used) {
      values.add(keys.getOrDefault(key, KeyState.UNKNOWN));
    }
    into.add(numbers.of(new Said(statement.effect(), statement.resource(), left, values)));
  }
}
