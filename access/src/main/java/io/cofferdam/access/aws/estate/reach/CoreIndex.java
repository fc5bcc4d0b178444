package io.cofferdam.access.aws.estate.reach;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The actors of one action by what their classes come down to for a resource
/// ([ActorClass#core]). Few statements concern any one resource: the groups of actors of whom none
/// does are made once, and for a resource only the classes that its statements stand in are looked
/// at.
public final class CoreIndex {
  private final StatementNumbers statements;
  private final List<Reachers.Members> classes;

  /// By account, and by what they come down to for a resource that no statement but those on
  /// everything concerns.
  private final Map<String, Map<ActorClass.Core, BitSet>> untouched = new LinkedHashMap<>();

  private final List<ActorClass.Core> coreOf = new ArrayList<>();

  /// By the text before the first wildcard, the statements on less than everything.
  private final TreeMap<String, List<Integer>> byHead = new TreeMap<>();

  /// By such a statement, the places in [#classes] of those in which it stands.
  private final Map<Integer, BitSet> holding = new HashMap<>();

  CoreIndex(List<Reachers.Members> classes, StatementNumbers statements) {
    this.classes = classes;
    this.statements = statements;
    Map<Integer, Boolean> broad = new HashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      ActorClass actorClass = classes.get(i).actorClass();
      index(actorClass.identity(), i, broad);
      index(actorClass.ceilings(), i, broad);
      ActorClass.Core core = actorClass.core(number -> broad.getOrDefault(number, false));
      coreOf.add(core);
      add(
          untouched
              .computeIfAbsent(actorClass.account(), a -> new LinkedHashMap<>())
              .computeIfAbsent(core, c -> new BitSet()),
          classes.get(i).actors());
    }
  }

  private void index(List<Integer> numbers, int at, Map<Integer, Boolean> broad) {
    for (int number : numbers) {
      if (number == ActorClass.END) {
        continue;
      }
      boolean all = broad.computeIfAbsent(number, this::isBroad);
      if (!all) {
        holding.computeIfAbsent(number, n -> new BitSet()).set(at);
      }
    }
  }

  private boolean isBroad(int number) {
    List<String> heads = statements.heads(number);
    if (heads.contains("")) {
      return true;
    }
    for (String head : heads) {
      byHead.computeIfAbsent(head, h -> new ArrayList<>()).add(number);
    }
    return false;
  }

  private static void add(BitSet into, Collection<Integer> places) {
    places.forEach(into::set);
  }

  /// The actors in groups, by their places: those of a group come down to the same for the
  /// resource. The sets may not be changed.
  ///
  /// @param accounts those whose actors are asked for
  public List<BitSet> groups(String arn, Predicate<String> accounts) {
    BitSet touching = touching(arn);
    BitSet touched = new BitSet();
    touching.stream().forEach(n -> touched.or(holding.getOrDefault(n, new BitSet())));
    Map<ActorClass.Core, BitSet> left = new HashMap<>();
    Map<ActorClass.Core, BitSet> groups = new LinkedHashMap<>();
    for (int i = touched.nextSetBit(0); i >= 0; i = touched.nextSetBit(i + 1)) {
      ActorClass actorClass = classes.get(i).actorClass();
      if (!accounts.test(actorClass.account())) {
        continue;
      }
      BitSet rest = left.computeIfAbsent(coreOf.get(i), core -> (BitSet) untouched(core).clone());
      BitSet group =
          groups.computeIfAbsent(
              actorClass.core(n -> touching.get(n) || !holding.containsKey(n)), c -> new BitSet());
      for (int place : classes.get(i).actors()) {
        rest.clear(place);
        group.set(place);
      }
    }
    List<BitSet> all = new ArrayList<>(groups.values());
    untouched.forEach(
        (account, cores) -> {
          if (accounts.test(account)) {
            cores.forEach((core, places) -> all.add(left.getOrDefault(core, places)));
          }
        });
    return all;
  }

  private BitSet untouched(ActorClass.Core core) {
    return untouched.getOrDefault(core.account(), Map.of()).getOrDefault(core, new BitSet());
  }

  /// The statements on less than everything that can concern a resource or what lies in it. Errs
  /// towards yes; an alias stands for a key, whose ARN is another.
  private BitSet touching(String arn) {
    BitSet found = new BitSet();
    if (arn.contains(":alias/")) {
      holding.keySet().forEach(found::set);
      return found;
    }
    for (int end = 1; end < arn.length(); end++) {
      byHead.getOrDefault(arn.substring(0, end), List.of()).forEach(found::set);
    }
    for (Map.Entry<String, List<Integer>> each : byHead.tailMap(arn).entrySet()) {
      if (!each.getKey().startsWith(arn)) {
        break;
      }
      each.getValue().forEach(found::set);
    }
    return found;
  }
}
