package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Effect;
import io.cofferdam.access.aws.estate.reach.EscalationAct.Need;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.ArnKey;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.policy.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Puts actors together that can take the same steps: of one class for every action that a step
/// needs, and not told apart by any role, host or organisation policy that a step meets.
final class Kinship {
  private record Likeness(List<Integer> classes, String arn, List<Object> findings) {}

  private final Verdicts verdicts;
  private final EstateDecider decider;
  private final List<String> actions;
  private final Telling telling;
  private final Map<Likeness, Integer> kins = new HashMap<>();

  Kinship(Verdicts verdicts, List<EstateResource> hosts) {
    this.verdicts = verdicts;
    this.decider = verdicts.decider();
    Set<String> needed = new TreeSet<>();
    for (EscalationAct act : EscalationActs.all()) {
      if (act.effect() == Effect.BECOME || act.effect() == Effect.EMPOWER) {
        act.needs().forEach(need -> needed.add(need.action()));
      }
    }
    this.actions = List.copyOf(needed);
    this.telling = telling(hosts);
  }

  /// All that any step meets, in one.
  private Telling telling(List<EstateResource> hosts) {
    Set<String> names = new HashSet<>();
    Set<Condition> conditions = new LinkedHashSet<>();
    Set<String> keys = new TreeSet<>();
    for (Telling one : tellings(hosts)) {
      names.addAll(one.names());
      conditions.addAll(one.conditions());
      keys.addAll(one.keys());
    }
    return new Telling(names, List.copyOf(conditions), List.copyOf(keys));
  }

  private List<Telling> tellings(List<EstateResource> hosts) {
    List<Telling> all = new ArrayList<>();
    Map<String, EstatePrincipal> anyOf = new HashMap<>();
    for (EstatePrincipal principal : decider.estate().principals().values()) {
      anyOf.putIfAbsent(principal.account(), principal);
      if (principal instanceof IamRole role) {
        all.add(verdicts.telling(Operation.on("sts:AssumeRole", role.arn()), ""));
      }
    }
    // policies of the organisation above what is made, and above users, roles and groups
    for (EstatePrincipal principal : anyOf.values()) {
      for (String action : actions) {
        String account = principal.account();
        all.add(verdicts.telling(Operation.making(action, "*"), account));
        if (action.startsWith("iam:")) {
          all.add(verdicts.telling(Operation.on(action, principal.arn()), account));
        }
      }
    }
    for (EscalationAct act : EscalationActs.all()) {
      if (act.target().startsWith("host:")) {
        for (EstateResource host : hosts) {
          if (host.arn().contains(act.target().substring("host:".length()))) {
            for (Need need : act.needs()) {
              all.add(verdicts.telling(Operation.on(need.action(), host.arn()), ""));
            }
          }
        }
      }
    }
    return all;
  }

  /// The number of the actor's kin, from 0 in the order in which they are asked for.
  ///
  /// @param findings what [#findings] gives for the actor
  int of(Actor actor, List<Object> findings) {
    List<Integer> classes = new ArrayList<>(actions.size());
    for (String action : actions) {
      classes.add(verdicts.classOf(actor, action).number());
    }
    boolean named = telling.names().contains(ArnKey.of(actor.arn()));
    Likeness likeness = new Likeness(classes, named ? actor.arn() : "", findings);
    return kins.computeIfAbsent(likeness, l -> kins.size());
  }

  /// What tells the actor from others; the same whatever its standing.
  List<Object> findings(Actor actor) {
    Map<String, KeyState> values = decider.principalKeys(actor);
    return telling.findings(values);
  }
}
