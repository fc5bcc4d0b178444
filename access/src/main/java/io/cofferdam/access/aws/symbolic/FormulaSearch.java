package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.model.Ternary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Searches one class of requests for one that a formula is true of.
///
/// A request that passes the tests so far is kept at hand. Where an "or" of the formula is not
/// true of it, each of its parts is tried in turn; parts that are true already cost nothing, so
/// that thousands of Deny statements which do not matter are passed over. What fails is told by
/// the choices that caused it, and choices that had no part in it are not tried again
/// (backjumping).
public final class FormulaSearch {
  private static final int MAX_DEPTH = 1_000;
  private static final int MAX_UNDECIDED = 50;

  /// The outcome of a search.
  public sealed interface Outcome {

    /// A request.
    ///
    /// @param values by variable; those tied by policy variables may disagree
    record Found(Map<String, KeyState> values) implements Outcome {
      public Found {
        values = Map.copyOf(values);
      }
    }

    /// There is none.
    ///
    /// @param conflicts each a choice of tests that cannot be passed together
    record Impossible(List<Conflict> conflicts) implements Outcome {
      public Impossible {
        conflicts = List.copyOf(conflicts);
      }
    }

    /// Neither found nor excluded.
    ///
    /// @param why what could not be decided
    record Undecided(Set<String> why) implements Outcome {
      public Undecided {
        why = Set.copyOf(why);
      }
    }
  }

  /// An "or" to be met.
  private static final class Open {
    final Formula.Any choice;
    final int depth;

    /// Whether one of its parts has been chosen, which is then an aim of its own.
    boolean taken;

    Open(Formula.Any choice, int depth) {
      this.choice = choice;
      this.depth = depth;
    }
  }

  private final FactStore facts;
  private final Budget budget;
  private final List<Open> open = new ArrayList<>();
  private int undecided;

  private FormulaSearch(RequestShape shape, Budget budget, Memory memory) {
    this.facts = new FactStore(shape, budget, memory);
    this.budget = budget;
  }

  public static Outcome search(Formula formula, RequestShape shape, Budget budget) {
    return search(formula, shape, budget, new Memory());
  }

  static Outcome search(Formula formula, RequestShape shape, Budget budget, Memory memory) {
    FormulaSearch search = new FormulaSearch(shape, budget, memory);
    boolean found = search.add(formula, 0) == null && search.choose(0) == null;
    if (found) {
      return new Outcome.Found(search.facts.values());
    }
    if (search.undecided > 0 || budget.spent()) {
      Set<String> why = search.facts.undecided();
      return new Outcome.Undecided(
          why.isEmpty() ? Set.of("more combinations than the budget allows") : why);
    }
    return new Outcome.Impossible(List.copyOf(search.facts.conflicts()));
  }

  /// Adds what must be true; the depths of the choices it cannot stand with, or null where it can.
  private @Nullable BitSet add(Formula formula, int depth) {
    return switch (formula) {
      case Formula.All(List<Formula> parts) -> {
        for (Formula part : parts) {
          BitSet conflict = add(part, depth);
          if (conflict != null) {
            yield conflict;
          }
        }
        yield null;
      }
      case Formula.Any any -> {
        if (any.parts().isEmpty()) {
          BitSet conflict = new BitSet();
          conflict.set(depth);
          yield conflict;
        }
        open.add(new Open(any, depth));
        yield null;
      }
      case Formula.Is is -> facts.add(is, depth);
    };
  }

  /// Null where all is true now; else the depths of the choices to blame.
  private @Nullable BitSet choose(int depth) {
    Open next = unmet();
    if (budget.spent() || depth >= MAX_DEPTH) {
      return giveUp(depth);
    }
    if (next == null) {
      return facts.decided() ? null : giveUp(depth);
    }
    BitSet blame = new BitSet();
    blame.set(next.depth);
    int child = depth + 1;
    next.taken = true;
    for (Formula part : next.choice.parts()) {
      int factMark = facts.mark();
      int openMark = open.size();
      BitSet conflict = add(part, child);
      if (conflict == null) {
        conflict = choose(child);
      }
      if (conflict == null) {
        return null;
      }
      facts.undo(factMark);
      open.subList(openMark, open.size()).clear();
      if (!conflict.get(child)) {
        blame = conflict;
        break;
      }
      conflict.clear(child);
      blame.or(conflict);
      if (stopped()) {
        break;
      }
    }
    next.taken = false;
    return blame;
  }

  private boolean stopped() {
    return budget.spent() || undecided > MAX_UNDECIDED;
  }

  private BitSet giveUp(int depth) {
    undecided++;
    BitSet all = new BitSet();
    all.set(0, depth + 1);
    return all;
  }

  /// Of the choices not met by the request at hand, the one with the fewest parts.
  private @Nullable Open unmet() {
    Open best = null;
    for (Open one : open) {
      if (!one.taken
          && (best == null || one.choice.parts().size() < best.choice.parts().size())
          && !met(one.choice)) {
        best = one;
      }
      if (budget.spent()) {
        return best;
      }
    }
    return best;
  }

  private boolean met(Formula formula) {
    return switch (formula) {
      case Formula.All(List<Formula> parts) -> {
        for (Formula part : parts) {
          if (!met(part)) {
            yield false;
          }
        }
        yield true;
      }
      case Formula.Any(List<Formula> parts) -> {
        for (Formula part : parts) {
          if (met(part)) {
            yield true;
          }
        }
        yield false;
      }
      case Formula.Is is -> {
        budget.spend(1);
        yield facts.isFact(is)
            || (!facts.onlyWhenChosen(is.test())
                && facts.truth(is.test()) == Ternary.of(is.wanted()));
      }
    };
  }
}
