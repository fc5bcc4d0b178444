package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.ArnKey;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.policy.Condition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The reach of a whole estate turned round: who comes to act as one of some actors. Equal to
/// [Reach#from] for each principal.
///
/// Actors have places: principal `i` of [#principals] is actor `2 * i` as it is and `2 * i + 1`
/// with every right. Steps are worked out once for all actors that can take the same ones.
public final class Reachers {
  /// Actors of one class.
  ///
  /// @param actors their places, in order
  public record Members(ActorClass actorClass, List<Integer> actors) {}

  /// What resources find out of actors, alike for many of them.
  private record Features(List<Condition> conditions, List<String> keys) {}

  /// For how many different ones it is remembered what they find out.
  private static final int MOST_FEATURES = 256;

  private final Verdicts verdicts;
  private final List<String> principals;
  private final List<Actor> actors = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final int kins;
  private final ReachGraph certain;
  private final ReachGraph any;
  private final Map<String, CoreIndex> cores = new ConcurrentHashMap<>();
  private final Map<String, List<Integer>> byKey = new HashMap<>();
  private final Map<Features, int[]> findings = new ConcurrentHashMap<>();

  Reachers(Verdicts verdicts, Steps steps) {
    this.verdicts = verdicts;
    this.principals = List.copyOf(verdicts.decider().estate().principals().keySet());
    for (String principal : principals) {
      places.put(principal, actors.size() / 2);
      byKey.computeIfAbsent(ArnKey.of(principal), k -> new ArrayList<>()).add(actors.size() / 2);
      actors.add(Actor.of(principal));
      actors.add(Actor.of(principal).empowered());
    }
    List<Actor> firsts = new ArrayList<>();
    int[] kins = kins(new Kinship(verdicts, steps.hosts()), firsts);
    Rows rows = new Rows(kins, places);
    for (Actor first : firsts) {
      rows.add(first, steps);
    }
    this.kins = firsts.size();
    this.certain = rows.graph(Verdict.YES);
    this.any = rows.conditional() ? rows.graph(Verdict.ONLY_IF) : certain;
  }

  private int[] kins(Kinship kinship, List<Actor> firsts) {
    int[] kins = new int[actors.size()];
    for (int i = 0; i < kins.length; i += 2) {
      List<Object> findings = kinship.findings(actors.get(i));
      for (int place = i; place < i + 2; place++) {
        kins[place] = kinship.of(actors.get(place), findings);
        if (kins[place] == firsts.size()) {
          firsts.add(actors.get(place));
        }
      }
    }
    return kins;
  }

  /// Every principal of the estate, by ARN.
  public List<String> principals() {
    return principals;
  }

  /// Whether anybody comes to act as the actor of a place.
  public boolean isActor(int place) {
    return (place & 1) == 0 || any.isReached(place);
  }

  /// The actor of a place.
  public Actor actor(int place) {
    return actors.get(place);
  }

  /// How many kinds of actors there are as to the steps they can take.
  public int kins() {
    return kins;
  }

  /// The places in [#principals] of those who come to act as one of the actors.
  ///
  /// @param places of the actors
  public BitSet certain(BitSet places) {
    return principals(certain.ancestors(places));
  }

  /// As [#certain], with those who may come to.
  public BitSet any(BitSet places) {
    return principals(any.ancestors(places));
  }

  private BitSet principals(BitSet nodes) {
    BitSet found = new BitSet(principals.size());
    int end = actors.size();
    for (int node = nodes.nextSetBit(0);
        node >= 0 && node < end;
        node = nodes.nextSetBit(node + 1)) {
      if ((node & 1) == 0) {
        found.set(node / 2);
      }
    }
    return found;
  }

  /// The places in [#principals] of those whom a resource names.
  public BitSet named(Telling telling) {
    BitSet named = new BitSet();
    for (String name : telling.names()) {
      byKey.getOrDefault(name, List.of()).forEach(named::set);
    }
    return named;
  }

  /// By place in [#principals], a number for what a resource finds out of the principal. Equal
  /// numbers stand for equal findings; the standing makes no difference.
  public int[] findings(Telling telling) {
    if (findings.size() > MOST_FEATURES) {
      findings.clear();
    }
    return findings.computeIfAbsent(
        new Features(telling.conditions(), telling.keys()), f -> numbered(telling));
  }

  private int[] numbered(Telling telling) {
    Map<List<Object>, Integer> seen = new HashMap<>();
    int[] numbers = new int[principals.size()];
    for (int i = 0; i < numbers.length; i++) {
      List<Object> found = telling.findings(verdicts.decider().principalKeys(actors.get(2 * i)));
      numbers[i] = seen.computeIfAbsent(found, f -> seen.size());
    }
    return numbers;
  }

  /// The actors that anybody reaches, by what policies say of them for an action.
  public CoreIndex cores(String action) {
    return cores.computeIfAbsent(action, a -> new CoreIndex(classified(a), verdicts.statements()));
  }

  private List<Members> classified(String action) {
    Map<Integer, List<Integer>> byClass = new LinkedHashMap<>();
    for (int place = 0; place < actors.size(); place++) {
      if (isActor(place)) {
        int number = verdicts.classOf(actors.get(place), action).number();
        byClass.computeIfAbsent(number, c -> new ArrayList<>()).add(place);
      }
    }
    List<Members> all = new ArrayList<>(byClass.size());
    for (List<Integer> list : byClass.values()) {
      ActorClass actorClass = verdicts.classOf(actors.get(list.get(0)), action);
      all.add(new Members(actorClass, List.copyOf(list)));
    }
    return List.copyOf(all);
  }
}
