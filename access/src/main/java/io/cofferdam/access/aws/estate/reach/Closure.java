package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.reach.Reach.Arrival;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Standing;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everybody whom one principal can come to act as, while it is being followed.
///
/// An administrator reaches each principal of its account, and by each of them could do so again.
/// So whoever has been reached for certain is no target any more: [#wanted] and
/// [Reached#powerless] hold what is left, and are empty soon.
final class Closure {
  /// Who gives a principal every right.
  record Pair(Actor by, String target) {}

  /// What has been reached in one account, in the order reached.
  ///
  /// @param empowerers those that may give somebody every right
  /// @param powerless by ARN, principals that have not for certain every right
  private record Reached(
      List<Arrival> all, List<Arrival> empowerers, Map<String, Arrival> powerless) {
    Reached() {
      this(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    }
  }

  private final Steps steps;
  private final Map<Pair, Optional<Step>> empowering;

  private final Map<Actor, Arrival> reached = new LinkedHashMap<>();
  private final ArrayDeque<Arrival> open = new ArrayDeque<>();

  /// By account, for nobody gives rights across accounts.
  private final Map<String, Reached> reachedOf = new HashMap<>();

  /// By account, the principals not yet reached for certain.
  private final Map<String, Map<String, EstatePrincipal>> wanted = new HashMap<>();

  private Verdict least = Verdict.YES;
  private boolean postponed;

  /// @param empowering remembered for all closures
  Closure(Steps steps, Map<Pair, Optional<Step>> empowering) {
    this.steps = steps;
    this.empowering = empowering;
  }

  Map<Actor, Arrival> of(Actor start) {
    reach(new Arrival(start, Verdict.YES, Optional.empty(), 0));
    follow();
    if (postponed) {
      least = Verdict.ONLY_IF;
      open.addAll(reached.values());
      follow();
    }
    return reached;
  }

  private void follow() {
    while (!open.isEmpty()) {
      Arrival arrival = open.remove();
      for (Step step : stepsOf(arrival.actor())) {
        arrive(step, arrival.verdict().and(step.verdict()));
      }
      for (Arrival other : partners(arrival)) {
        Verdict both = arrival.verdict().and(other.verdict());
        empower(arrival.actor(), other.actor(), both);
        if (!other.actor().equals(arrival.actor())) {
          empower(other.actor(), arrival.actor(), both);
        }
      }
    }
  }

  /// With whom the actor could give somebody every right, in the order reached.
  private List<Arrival> partners(Arrival arrival) {
    Actor actor = arrival.actor();
    Reached near = reachedOf.get(steps.accountOf(actor));
    if (near == null) {
      return List.of();
    }
    boolean target =
        actor.standing() == Standing.AS_IS && near.powerless().containsKey(actor.arn());
    if (!steps.mayEmpower(actor)) {
      return target ? List.copyOf(near.empowerers()) : List.of();
    }
    return List.copyOf(target ? near.all() : near.powerless().values());
  }

  /// An actor with every right could become almost anybody in its account, whom its maker mostly
  /// reaches too: only those not yet reached for certain are tried.
  private List<Step> stepsOf(Actor actor) {
    if (actor.standing() == Standing.AS_IS) {
      return steps.becoming(actor);
    }
    return steps.becoming(
        actor,
        wanted(steps.accountOf(actor)).values(),
        target -> {
          Arrival already = reached.get(Actor.of(target));
          boolean certain = already != null && already.verdict() == Verdict.YES;
          return !certain && !target.equals(actor.arn());
        });
  }

  private Map<String, EstatePrincipal> wanted(String account) {
    return wanted.computeIfAbsent(
        account,
        a -> {
          Map<String, EstatePrincipal> left = new LinkedHashMap<>();
          for (EstatePrincipal principal : steps.principalsOf(a)) {
            Arrival already = reached.get(Actor.of(principal.arn()));
            if (already == null || already.verdict() != Verdict.YES) {
              left.put(principal.arn(), principal);
            }
          }
          return left;
        });
  }

  private void empower(Actor by, Actor target, Verdict so) {
    if (target.standing() == Standing.EMPOWERED || !steps.mayEmpower(by)) {
      return;
    }
    Arrival already = reached.get(target.empowered());
    if (already != null && already.verdict().compareTo(so) >= 0) {
      return;
    }
    EstatePrincipal principal = steps.principal(target.arn());
    if (principal != null) {
      empowering
          .computeIfAbsent(new Pair(by, target.arn()), p -> steps.empowering(by, principal))
          .ifPresent(step -> arrive(step, so.and(step.verdict())));
    }
  }

  private void arrive(Step step, Verdict verdict) {
    if (reached.containsKey(step.to())) {
      return;
    }
    if (verdict.compareTo(least) >= 0) {
      reach(new Arrival(step.to(), verdict, Optional.of(step), reached.size()));
    } else {
      postponed |= verdict != Verdict.NO;
    }
  }

  private void reach(Arrival arrival) {
    Actor actor = arrival.actor();
    reached.put(actor, arrival);
    open.add(arrival);
    String account = steps.accountOf(actor);
    Reached near = reachedOf.computeIfAbsent(account, a -> new Reached());
    near.all().add(arrival);
    if (steps.mayEmpower(actor)) {
      near.empowerers().add(arrival);
    }
    boolean certain = arrival.verdict() == Verdict.YES;
    if (actor.standing() == Standing.AS_IS) {
      near.powerless().put(actor.arn(), arrival);
    } else if (certain) {
      near.powerless().remove(actor.arn());
    }
    Map<String, EstatePrincipal> left = wanted.get(account);
    if (left != null && certain && actor.standing() == Standing.AS_IS) {
      left.remove(actor.arn());
    }
  }
}
