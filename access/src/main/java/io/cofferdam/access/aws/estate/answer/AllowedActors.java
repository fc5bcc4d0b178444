package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.reach.CoreIndex;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Reachers;
import io.cofferdam.access.aws.estate.reach.Telling;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  /// @param accounts false for accounts in which nobody is allowed but whom the resource names
  record Asked(
      String action,
      String resource,
      Function<Actor, List<Operation>> tried,
      Change change,
      Predicate<Actor> possible,
      Predicate<String> accounts) {}

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
    private final Asked asked;
    private final BitSet named;

    /// By principal; empty where the resource asks nothing of actors.
    private final int[] findings;

    private final BitSet certain = new BitSet();
    private final BitSet any = new BitSet();

    Sorting(Reach reach, Asked asked) {
      this.decider = reach.decider();
      this.reachers = reach.reachers();
      this.asked = asked;
      Telling telling =
          reach.verdicts().telling(Operation.on(asked.action(), asked.resource()), "");
      this.named = reachers.named(telling);
      this.findings = telling.asksNothing() ? new int[0] : reachers.findings(telling);
    }

    AllowedActors sorted() {
      CoreIndex cores = reachers.cores(asked.action());
      for (BitSet group : cores.groups(asked.resource(), asked.accounts())) {
        if (findings.length == 0) {
          together(group);
        } else {
          byFindings(group);
        }
      }
      for (int principal = named.nextSetBit(0);
          principal >= 0;
          principal = named.nextSetBit(principal + 1)) {
        for (int place = 2 * principal; place < 2 * principal + 2; place++) {
          if (reachers.isActor(place)) {
            found(place, decide(reachers.actor(place)));
          }
        }
      }
      return new AllowedActors(certain, any);
    }

    /// A group of which nobody is told apart: one decision counts for all but those named.
    private void together(BitSet group) {
      int first = group.nextSetBit(0);
      while (first >= 0 && named.get(first / 2)) {
        first = group.nextSetBit(first + 1);
      }
      if (first < 0) {
        return;
      }
      Verdict verdict = decide(reachers.actor(first));
      if (verdict != Verdict.NO) {
        any.or(group);
      }
      if (verdict == Verdict.YES) {
        certain.or(group);
      }
    }

    private void byFindings(BitSet group) {
      Map<Integer, Verdict> verdicts = new HashMap<>();
      for (int place = group.nextSetBit(0); place >= 0; place = group.nextSetBit(place + 1)) {
        if (!named.get(place / 2)) {
          Integer found = findings[place / 2];
          Verdict verdict = verdicts.get(found);
          if (verdict == null) {
            verdict = decide(reachers.actor(place));
            verdicts.put(found, verdict);
          }
          found(place, verdict);
        }
      }
    }

    private void found(int place, Verdict verdict) {
      any.set(place, verdict != Verdict.NO);
      certain.set(place, verdict == Verdict.YES);
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
