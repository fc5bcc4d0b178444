package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Standing;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Follows steps to the end: every actor that a principal can come to act as.
///
/// Certain steps are followed first, then those that depend on something; so an actor that can be
/// reached both ways counts as reached for certain, by a shortest such way.
public final class Reach {
  /// An actor that was reached.
  ///
  /// @param step the last step; empty for the start
  /// @param order in which it was reached, counted from 0
  public record Arrival(Actor actor, Verdict verdict, Optional<Step> step, int order) {}

  private record Pair(Actor by, String target) {}

  private final Verdicts verdicts;
  private final Samples samples;
  private final Steps steps;
  private final Map<String, Map<Actor, Arrival>> closures = new ConcurrentHashMap<>();
  private final Map<Pair, Optional<Step>> empowering = new ConcurrentHashMap<>();

  public Reach(Estate estate) {
    EstateDecider decider = new EstateDecider(estate);
    this.verdicts = new Verdicts(decider);
    this.samples = new Samples(decider, "eu-central-1");
    this.steps = new Steps(verdicts, samples);
  }

  public Verdicts verdicts() {
    return verdicts;
  }

  public EstateDecider decider() {
    return verdicts.decider();
  }

  public Samples samples() {
    return samples;
  }

  /// Every actor the principal can come to act as, itself first, in the order reached.
  public Map<Actor, Arrival> from(String principal) {
    Map<Actor, Arrival> known = closures.get(principal);
    if (known == null) {
      known = close(principal);
      closures.put(principal, known);
    }
    return known;
  }

  private Map<Actor, Arrival> close(String principal) {
    Map<Actor, Arrival> reached = new LinkedHashMap<>();
    Actor start = Actor.of(principal);
    reached.put(start, new Arrival(start, Verdict.YES, Optional.empty(), 0));
    follow(reached, Verdict.YES);
    follow(reached, Verdict.ONLY_IF);
    return reached;
  }

  private void follow(Map<Actor, Arrival> reached, Verdict least) {
    ArrayDeque<Arrival> open = new ArrayDeque<>(reached.values());
    while (!open.isEmpty()) {
      Arrival arrival = open.remove();
      for (Step step : stepsOf(arrival.actor(), reached)) {
        arrive(reached, open, step, arrival.verdict().and(step.verdict()), least);
      }
      for (Arrival other : new ArrayList<>(reached.values())) {
        Verdict both = arrival.verdict().and(other.verdict());
        empower(reached, open, arrival.actor(), other.actor(), both, least);
        if (!other.actor().equals(arrival.actor())) {
          empower(reached, open, other.actor(), arrival.actor(), both, least);
        }
      }
    }
  }

  /// An actor with every right could become almost anybody in its account, whom its maker mostly
  /// reaches too: only those not yet reached for certain are tried.
  private List<Step> stepsOf(Actor actor, Map<Actor, Arrival> reached) {
    return actor.standing() == Standing.AS_IS
        ? steps.becoming(actor)
        : steps.becoming(
            actor,
            target -> {
              Arrival already = reached.get(Actor.of(target));
              return already == null || already.verdict() != Verdict.YES;
            });
  }

  private void empower(
      Map<Actor, Arrival> reached,
      ArrayDeque<Arrival> open,
      Actor by,
      Actor target,
      Verdict so,
      Verdict least) {
    Arrival already = reached.get(target.empowered());
    if (target.standing() == Standing.EMPOWERED
        || (already != null && already.verdict().compareTo(so) >= 0)
        || !steps.mayEmpower(by)) {
      return;
    }
    EstatePrincipal principal = decider().estate().principals().get(target.arn());
    if (principal != null) {
      empowering
          .computeIfAbsent(new Pair(by, target.arn()), p -> steps.empowering(by, principal))
          .ifPresent(step -> arrive(reached, open, step, so.and(step.verdict()), least));
    }
  }

  private static void arrive(
      Map<Actor, Arrival> reached,
      ArrayDeque<Arrival> open,
      Step step,
      Verdict verdict,
      Verdict least) {
    if (verdict.compareTo(least) >= 0 && !reached.containsKey(step.to())) {
      Arrival arrival = new Arrival(step.to(), verdict, Optional.of(step), reached.size());
      reached.put(step.to(), arrival);
      open.add(arrival);
    }
  }

  /// The steps that lead to an actor, in an order in which they can be taken.
  public List<Step> way(Map<Actor, Arrival> reached, Actor to) {
    Map<Actor, Arrival> needed = new HashMap<>();
    ArrayDeque<Actor> open = new ArrayDeque<>(List.of(to));
    while (!open.isEmpty()) {
      Actor actor = open.remove();
      Arrival arrival = reached.get(actor);
      if (arrival != null && needed.put(actor, arrival) == null) {
        arrival
            .step()
            .ifPresent(
                step -> {
                  open.add(step.from());
                  if (step.to().standing() == Standing.EMPOWERED) {
                    open.add(Actor.of(step.to().arn()));
                  }
                });
      }
    }
    return needed.values().stream()
        .sorted((a, b) -> Integer.compare(a.order(), b.order()))
        .flatMap(arrival -> arrival.step().stream())
        .toList();
  }
}
