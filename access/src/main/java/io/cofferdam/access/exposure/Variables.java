package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.symbolic.Budget;
import io.cofferdam.access.aws.symbolic.KeyDomain;
import io.cofferdam.access.aws.symbolic.KeySolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Policy variables, which tie keys to each other, taken out of paths: by choosing their values
/// (what is found then is real), or by letting them stand for any text (what is impossible then
/// is impossible).
final class Variables {
  private Variables() {}

  static boolean in(AllowPath path) {
    return !keys(path).isEmpty();
  }

  private static Set<String> keys(AllowPath path) {
    Set<String> keys = new TreeSet<>();
    path.resource().values().forEach(value -> keys.addAll(value.variables()));
    for (Condition condition : path.conditions()) {
      condition.values().forEach(value -> keys.addAll(value.variables()));
    }
    return keys;
  }

  /// A value the caller can have for each variable of the paths.
  static Map<String, String> choose(List<AllowPath> paths, KeyDomains domains) {
    Map<String, String> chosen = new HashMap<>();
    for (AllowPath path : paths) {
      for (String key : keys(path)) {
        KeyDomain domain = domains.of(key);
        KeyDomain present =
            domain instanceof KeyDomain.Chosen c
                ? new KeyDomain.Chosen(false, false, nonEmpty(c), c.without())
                : domain;
        if (KeySolver.solve(key, present, List.of(), new Budget(10_000))
                instanceof KeySolver.Solution.Holds(KeyState state)
            && state instanceof KeyState.Present(List<String> values)
            && values.size() == 1) {
          chosen.put(key, values.get(0));
        }
      }
    }
    return chosen;
  }

  private static List<Pattern> nonEmpty(KeyDomain.Chosen chosen) {
    return chosen.within().isEmpty() ? List.of(Pattern.glob("?*")) : chosen.within();
  }

  /// The path with its variables replaced; one without a value matches nothing.
  static AllowPath resolve(AllowPath path, Map<String, String> values) {
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : path.conditions()) {
      conditions.add(
          new Condition(
              condition.operator(),
              condition.key(),
              condition.name(),
              resolve(condition.values(), values)));
    }
    return new AllowPath(
        path.words(),
        path.fromPolicy(),
        new ResourceElement(path.resource().allBut(), resolve(path.resource().values(), values)),
        conditions);
  }

  private static List<Template> resolve(List<Template> templates, Map<String, String> values) {
    List<Template> resolved = new ArrayList<>();
    for (Template template : templates) {
      template.resolve(key -> Optional.ofNullable(values.get(key))).ifPresent(resolved::add);
    }
    return resolved;
  }

  /// The path with those variables settled that have one state for the whole class of callers: a
  /// value without its variable matches nothing.
  static AllowPath settle(AllowPath path, KeyDomains domains) {
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : path.conditions()) {
      conditions.add(
          new Condition(
              condition.operator(),
              condition.key(),
              condition.name(),
              settle(condition.values(), domains)));
    }
    return new AllowPath(
        path.words(),
        path.fromPolicy(),
        new ResourceElement(path.resource().allBut(), settle(path.resource().values(), domains)),
        conditions);
  }

  private static List<Template> settle(List<Template> templates, KeyDomains domains) {
    List<Template> settled = new ArrayList<>();
    for (Template template : templates) {
      Map<String, String> values = new HashMap<>();
      boolean all = true;
      for (String key : template.variables()) {
        if (domains.of(key) instanceof KeyDomain.Fixed(KeyState state)) {
          if (state instanceof KeyState.Present(List<String> one) && one.size() == 1) {
            values.put(key, one.get(0));
          }
        } else {
          all = false;
        }
      }
      if (all) {
        template.resolve(key -> Optional.ofNullable(values.get(key))).ifPresent(settled::add);
      } else {
        settled.add(template);
      }
    }
    return settled;
  }

  /// The path with every condition and resource that holds a variable made as wide as it can be.
  static AllowPath widen(AllowPath path) {
    List<Condition> conditions = new ArrayList<>();
    for (Condition condition : path.conditions()) {
      if (condition.values().stream().allMatch(value -> value.variables().isEmpty())) {
        conditions.add(condition);
      }
    }
    ResourceElement resource = path.resource();
    if (resource.allBut()) {
      resource =
          new ResourceElement(
              true, resource.values().stream().filter(v -> v.variables().isEmpty()).toList());
    }
    return new AllowPath(path.words(), path.fromPolicy(), resource, conditions);
  }
}
