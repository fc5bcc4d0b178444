package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.reach.ActorClass.Core;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Reachers;
import io.cofferdam.access.aws.estate.reach.StatementNumbers;
import io.cofferdam.access.aws.estate.reach.Telling;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Which actors of an estate are allowed something themselves. Actors whose policies say the same
/// about the resource, and whom the resource does not tell apart, are decided once.
///
/// @param certain places of those who are ([Reachers])
/// @param any these, and those who may be
record AllowedActors(BitSet certain, BitSet any) {

  /// What is asked of each actor.
  ///
  /// @param tried what the actor tries; one that is allowed suffices
  /// @param possible false for actors that are not allowed for certain; it may not tell actors
  ///     apart whom policies do not
  record Asked(
      String action,
      String resource,
      Function<Actor, List<Operation>> tried,
      Change change,
      Predicate<Actor> possible) {}

  static AllowedActors of(Reach reach, Asked asked) {
    return new Sorting(reach, asked).sorted();
  }

  BitSet at(Verdict least) {
    return least == Verdict.YES ? certain : any;
  }

  /// Actors one after another, put with those that are alike.
  private static final class Sorting {
    private final EstateDecider decider;
    private final Reachers reachers;
    private final Reach reach;
    private final Asked asked;
    private final BitSet named;

    /// By principal; empty where the resource asks nothing of actors.
    private final int[] findings;

    private final BitSet certain = new BitSet();
    private final BitSet any = new BitSet();

    Sorting(Reach reach, Asked asked) {
      this.reach = reach;
      this.decider = reach.decider();
      this.reachers = reach.reachers();
      this.asked = asked;
      Telling telling =
          reach.verdicts().telling(Operation.on(asked.action(), asked.resource()), "");
      this.named = reachers.named(telling);
      this.findings = telling.asksNothing() ? new int[0] : reachers.findings(telling);
    }

    AllowedActors sorted() {
      Map<Core, List<Reachers.Members>> alike = new LinkedHashMap<>();
      List<Reachers.Members> classes = reachers.members(asked.action());
      IntPredicate touching = touching(reach.verdicts().statements());
      for (Reachers.Members members : classes) {
        alike
            .computeIfAbsent(members.actorClass().core(touching), c -> new ArrayList<>())
            .add(members);
      }
      for (List<Reachers.Members> group : alike.values()) {
        decide(group);
      }
      return new AllowedActors(certain, any);
    }

    /// By statement number, whether it can concern the resource; worked out once.
    private IntPredicate touching(StatementNumbers statements) {
      byte[] known = new byte[statements.size()];
      return number -> {
        if (known[number] == 0) {
          known[number] = (byte) (statements.touches(number, asked.resource()) ? 1 : 2);
        }
        return known[number] == 1;
      };
    }

    private void decide(List<Reachers.Members> group) {
      Map<Integer, Verdict> verdicts = new HashMap<>();
      for (Reachers.Members members : group) {
        for (int place : members.actors()) {
          int principal = place / 2;
          Verdict verdict;
          if (named.get(principal)) {
            verdict = decide(reachers.actor(place));
          } else {
            Integer found = findings.length == 0 ? 0 : findings[principal];
            verdict = verdicts.get(found);
            if (verdict == null) {
              verdict = decide(reachers.actor(place));
              verdicts.put(found, verdict);
            }
          }
          if (verdict != Verdict.NO) {
            any.set(place);
            certain.set(place, verdict == Verdict.YES);
          }
        }
      }
    }

    private Verdict decide(Actor actor) {
      Verdict best = Verdict.NO;
      if (asked.possible().test(actor)) {
        for (Operation operation : asked.tried().apply(actor)) {
          best = best.or(decider.rule(actor, operation, asked.change()).verdict());
          if (best == Verdict.YES) {
            break;
          }
        }
      }
      return best;
    }
  }
}
