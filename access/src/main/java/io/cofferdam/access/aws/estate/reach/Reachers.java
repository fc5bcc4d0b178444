package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.reach.Reach.Arrival;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The reach of a whole estate turned round: for each actor, who comes to act as it.
public final class Reachers {
  /// An actor and those who come to act as it.
  ///
  /// @param certain places in [#principals] of those who come to act as the actor
  /// @param any these, and those who may come to
  public record Entry(Actor actor, BitSet certain, BitSet any) {}

  private final List<String> principals;
  private final List<Entry> entries = new ArrayList<>();

  Reachers(Reach reach) {
    this.principals = List.copyOf(reach.decider().estate().principals().keySet());
    Map<Actor, BitSet> certain = new HashMap<>();
    Map<Actor, BitSet> any = new HashMap<>();
    for (int i = 0; i < principals.size(); i++) {
      for (Arrival arrival : reach.from(principals.get(i)).values()) {
        any.computeIfAbsent(arrival.actor(), a -> new BitSet()).set(i);
        if (arrival.verdict() == Verdict.YES) {
          certain.computeIfAbsent(arrival.actor(), a -> new BitSet()).set(i);
        }
      }
    }
    Map<BitSet, BitSet> shared = new HashMap<>();
    any.forEach(
        (actor, some) ->
            entries.add(
                new Entry(
                    actor,
                    shared.computeIfAbsent(certain.getOrDefault(actor, new BitSet()), s -> s),
                    shared.computeIfAbsent(some, s -> s))));
    entries.sort(
        Comparator.comparingInt((Entry entry) -> -entry.any().cardinality())
            .thenComparing(entry -> entry.actor().arn())
            .thenComparing(entry -> entry.actor().standing()));
  }

  /// Every principal of the estate, by ARN.
  public List<String> principals() {
    return principals;
  }

  /// Every actor that anybody reaches, those reached by most first.
  public List<Entry> entries() {
    return entries;
  }
}
