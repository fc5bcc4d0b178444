package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.ConditionEvaluator;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tests that a request must pass so far, and one request that passes them, kept up to date
/// variable by variable.
///
/// Variables are taken apart from each other here, so that a value may be found where a tie
/// between two of them forbids it; a value is never missed.
final class FactStore {
  private static final int MAX_MINIMISED = 8;
  private static final int MAX_CONFLICTS = 200;

  private record Fact(Formula.Is is, int depth) {}

  private record Change(String variable, @Nullable KeyState before, boolean fact) {}

  private final RequestShape shape;
  private final Budget budget;
  private final Map<String, List<Fact>> facts = new HashMap<>();
  private final Map<String, KeyState> values = new HashMap<>();
  private final List<Change> trail = new ArrayList<>();
  private final Memory own = new Memory();
  private final Memory shared;
  private final Set<Conflict> conflicts = new LinkedHashSet<>();
  private final Set<String> undecided = new LinkedHashSet<>();

  /// @param shared what holds for every class of callers
  FactStore(RequestShape shape, Budget budget, Memory shared) {
    this.shape = shape;
    this.budget = budget;
    this.shared = shared;
  }

  /// Adds a test; the depths of those it cannot stand with, or null where it can.
  @Nullable BitSet add(Formula.Is is, int depth) {
    String variable = is.test().variable();
    List<Fact> known = facts.computeIfAbsent(variable, v -> new ArrayList<>());
    for (Fact fact : known) {
      if (fact.is().test().equals(is.test())) {
        return fact.is().wanted() == is.wanted() ? null : opposite(fact, is, depth);
      }
    }
    KeyState before = value(variable);
    known.add(new Fact(is, depth));
    trail.add(new Change(variable, before, true));
    if (!onlyWhenChosen(is.test()) && truth(is.test()) == Ternary.of(is.wanted())) {
      return null;
    }
    List<Formula.Is> tests = known.stream().map(Fact::is).toList();
    switch (solve(variable, tests)) {
      case KeySolver.Solution.Holds(KeyState state) -> values.put(variable, state);
      case KeySolver.Solution.Undecided(String why) -> {
        undecided.add(why);
        values.put(variable, KeyState.UNKNOWN);
      }
      case KeySolver.Solution.Impossible i -> {
        return conflict(variable, known);
      }
    }
    return null;
  }

  /// Whether the value at hand does not show that the test may come out so: it is tied to another
  /// key by a policy variable, or stands for a whole network.
  boolean onlyWhenChosen(Test test) {
    return !test.variables().isEmpty()
        || (test instanceof Test.OfCondition(var condition)
            && shape.domains().of(condition.key())
                instanceof KeyDomain.Network(boolean optional, boolean broad)
            && broad);
  }

  private BitSet opposite(Fact fact, Formula.Is is, int depth) {
    note(new Conflict(is.test().variable(), List.of(fact.is(), is)));
    BitSet depths = new BitSet();
    depths.set(fact.depth());
    depths.set(depth);
    return depths;
  }

  private BitSet conflict(String variable, List<Fact> known) {
    List<Fact> core = new ArrayList<>(known);
    if (known.size() <= MAX_MINIMISED) {
      for (Fact fact : known) {
        List<Fact> fewer = new ArrayList<>(core);
        fewer.remove(fact);
        if (solve(variable, fewer.stream().map(Fact::is).toList())
            instanceof KeySolver.Solution.Impossible) {
          core = fewer;
        }
      }
    }
    note(new Conflict(variable, core.stream().map(Fact::is).toList()));
    BitSet depths = new BitSet();
    core.forEach(fact -> depths.set(fact.depth()));
    return depths;
  }

  private void note(Conflict conflict) {
    if (conflicts.size() < MAX_CONFLICTS) {
      conflicts.add(conflict);
    }
  }

  int mark() {
    return trail.size();
  }

  void undo(int mark) {
    while (trail.size() > mark) {
      Change change = trail.remove(trail.size() - 1);
      List<Fact> known = facts.get(change.variable());
      if (known != null) {
        known.remove(known.size() - 1);
      }
      if (change.before() == null) {
        values.remove(change.variable());
      } else {
        values.put(change.variable(), change.before());
      }
    }
  }

  boolean isFact(Formula.Is is) {
    for (Fact fact : facts.getOrDefault(is.test().variable(), List.of())) {
      if (fact.is().wanted() == is.wanted() && fact.is().test().equals(is.test())) {
        return true;
      }
    }
    return false;
  }

  /// Whether every variable that is tested has a value.
  boolean decided() {
    for (Map.Entry<String, List<Fact>> entry : facts.entrySet()) {
      if (!entry.getValue().isEmpty() && values.get(entry.getKey()) instanceof KeyState.Unknown) {
        return false;
      }
    }
    return true;
  }

  /// The request at hand, by variable; action and resource always.
  Map<String, KeyState> values() {
    value(Test.ACTION);
    value(Test.RESOURCE);
    return values;
  }

  Set<Conflict> conflicts() {
    return conflicts;
  }

  Set<String> undecided() {
    return undecided;
  }

  private KeyState value(String variable) {
    KeyState state = values.get(variable);
    if (state != null) {
      return state;
    }
    KeyState first =
        switch (solve(variable, List.of())) {
          case KeySolver.Solution.Holds(KeyState found) -> found;
          case KeySolver.Solution.Undecided u -> KeyState.UNKNOWN;
          case KeySolver.Solution.Impossible i -> KeyState.UNKNOWN;
        };
    values.put(variable, first);
    return first;
  }

  private KeySolver.Solution solve(String variable, List<Formula.Is> tests) {
    boolean key = variable.indexOf(':') >= 0;
    Memory memory = key ? own : shared;
    Memory.Asked asked = new Memory.Asked(shape, variable, tests);
    KeySolver.Solution known = memory.solved(asked);
    if (known == null) {
      known =
          key
              ? KeySolver.solve(variable, shape.domains().of(variable), requirements(tests), budget)
              : ElementSolver.solve(shape, variable, tests, budget);
      memory.keep(asked, known);
    }
    return known;
  }

  private static List<Requirement> requirements(List<Formula.Is> tests) {
    List<Requirement> requirements = new ArrayList<>();
    for (Formula.Is is : tests) {
      if (is.test() instanceof Test.OfCondition(var condition)) {
        requirements.add(new Requirement(condition, is.wanted()));
      }
    }
    return requirements;
  }

  /// How the test comes out for the values at hand.
  Ternary truth(Test test) {
    return switch (test) {
      case Test.OfAction(var element) ->
          text(Test.ACTION).map(a -> Ternary.of(element.matches(a))).orElse(Ternary.UNKNOWN);
      case Test.OfResource(String variable, ResourceElement element) ->
          text(variable).map(arn -> resource(element, arn)).orElse(Ternary.UNKNOWN);
      case Test.OfCondition(var condition) -> {
        Map<String, KeyState> keys = new HashMap<>();
        keys.put(condition.key(), value(condition.key()));
        for (Template template : condition.values()) {
          template.variables().forEach(key -> keys.put(key, value(key)));
        }
        yield ConditionEvaluator.evaluate(condition, new RequestContext(keys, true));
      }
    };
  }

  private Optional<String> text(String variable) {
    return value(variable) instanceof KeyState.Present(List<String> values)
        ? Optional.of(values.get(0))
        : Optional.empty();
  }

  private Ternary resource(ResourceElement element, String arn) {
    Ternary any = Ternary.FALSE;
    for (Template template : element.values()) {
      boolean unknown = false;
      for (String key : template.variables()) {
        unknown |= value(key) instanceof KeyState.Unknown;
      }
      if (unknown) {
        any = any.or(Ternary.UNKNOWN);
        continue;
      }
      Optional<Pattern> pattern =
          template.variables().isEmpty()
              ? Optional.of(template.pattern())
              : template.resolve(this::single).map(Template::pattern);
      if (pattern.isPresent() && pattern.get().matches(arn)) {
        any = Ternary.TRUE;
        break;
      }
    }
    return element.allBut() ? any.not() : any;
  }

  private Optional<String> single(String key) {
    return value(key) instanceof KeyState.Present(List<String> one) && one.size() == 1
        ? Optional.of(one.get(0))
        : Optional.empty();
  }
}
