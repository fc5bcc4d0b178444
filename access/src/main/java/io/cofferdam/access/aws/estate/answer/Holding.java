package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Reachers;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which principals can do what one question asks, all at once: actors that are alike are asked
/// once, and the answer counts for everybody who comes to act as one of them. Equal to [Ends#best]
/// for each principal.
final class Holding {
  private record Changed(int need, Change change) {}

  /// An opening of a need, and who comes to use it.
  private record Opened(int need, Change change, AllowedActors by) {}

  private final Reach reach;
  private final Ends ends;
  private final Reachers reachers;
  private final int needs;
  private final List<AllowedActors> direct = new ArrayList<>();
  private final Map<Changed, AllowedActors> afterwards = new HashMap<>();
  private final Map<Verdict, BitSet> holders = new EnumMap<>(Verdict.class);

  Holding(Reach reach, Ends ends) {
    this.reach = reach;
    this.ends = ends;
    this.reachers = reach.reachers();
    this.needs = ends.question().needs().size();
    for (int i = 0; i < needs; i++) {
      direct.add(directly(i));
    }
    List<Opened> openings = openings();
    for (Verdict least : List.of(Verdict.YES, Verdict.ONLY_IF)) {
      BitSet found = reached(doing(List.of(), least), least);
      opened(openings, least, found);
      holders.put(least, found);
    }
  }

  private AllowedActors directly(int number) {
    Question.Need need = ends.question().needs().get(number);
    return AllowedActors.of(
        reach,
        new AllowedActors.Asked(
            need.action(),
            need.resource(),
            actor -> ends.operations(actor, number),
            Change.NONE,
            actor -> ends.mayDo(actor, number),
            ends.accounts(number)));
  }

  private List<Opened> openings() {
    List<Opened> all = new ArrayList<>();
    for (int i = 0; i < needs; i++) {
      for (Ends.Opening opening : ends.openings(i)) {
        AllowedActors by =
            AllowedActors.of(
                reach,
                new AllowedActors.Asked(
                    opening.operation().action(),
                    opening.operation().resource(),
                    actor -> List.of(opening.operation()),
                    Change.NONE,
                    actor -> ends.mayOpen(actor, opening),
                    ends.accounts(opening)));
        if (!by.any().isEmpty()) {
          all.add(new Opened(i, opening.change(), by));
        }
      }
    }
    return all;
  }

  private BitSet reached(BitSet actors, Verdict least) {
    return least == Verdict.YES ? reachers.certain(actors) : reachers.any(actors);
  }

  /// Adds those who can after openings that they come to use. Principals that come to use the same
  /// openings are taken together.
  private void opened(List<Opened> openings, Verdict least, BitSet found) {
    Map<Integer, List<Integer>> used = new HashMap<>();
    for (int i = 0; i < openings.size(); i++) {
      BitSet using = reached(openings.get(i).by().at(least), least);
      using.andNot(found);
      for (int p = using.nextSetBit(0); p >= 0; p = using.nextSetBit(p + 1)) {
        used.computeIfAbsent(p, k -> new ArrayList<>()).add(i);
      }
    }
    Map<List<Integer>, BitSet> together = new HashMap<>();
    used.forEach((p, list) -> together.computeIfAbsent(list, l -> new BitSet()).set(p));
    together.forEach(
        (list, group) -> {
          List<Opened> theirs = list.stream().map(openings::get).toList();
          group.and(reached(doing(theirs, least), least));
          found.or(group);
        });
  }

  /// The actors that can do everything asked after these openings.
  private BitSet doing(List<Opened> openings, Verdict least) {
    BitSet all = new BitSet();
    for (int i = 0; i < needs; i++) {
      BitSet one = (BitSet) direct.get(i).at(least).clone();
      for (Opened opening : openings) {
        if (opening.need() == i) {
          one.or(after(i, opening.change()).at(least));
        }
      }
      if (i == 0) {
        all = one;
      } else {
        all.and(one);
      }
    }
    return all;
  }

  private AllowedActors after(int number, Change change) {
    Changed changed = new Changed(number, change);
    AllowedActors known = afterwards.get(changed);
    if (known == null) {
      Question.Need need = ends.question().needs().get(number);
      known =
          AllowedActors.of(
              reach,
              new AllowedActors.Asked(
                  need.action(),
                  need.resource(),
                  actor -> ends.operations(actor, number),
                  change,
                  actor -> true,
                  account -> true));
      afterwards.put(changed, known);
    }
    return known;
  }

  /// Places of those who can for certain.
  BitSet certain() {
    return holders.getOrDefault(Verdict.YES, new BitSet());
  }

  /// Places of those who can, and of those who can if something else holds.
  BitSet any() {
    return holders.getOrDefault(Verdict.ONLY_IF, new BitSet());
  }
}
