package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Standing;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

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

  private static final String USUAL_REGION = "eu-central-1";

  private final Verdicts verdicts;
  private final Steps steps;
  private final Map<String, Map<Actor, Arrival>> closures;
  private final Map<Closure.Pair, Optional<Step>> empowering;
  private @Nullable Reachers reachers;

  public Reach(Estate estate) {
    this(estate, USUAL_REGION);
  }

  /// @param region in which actors make what they need on their way
  public Reach(Estate estate, String region) {
    this(new EstateDecider(estate), region);
  }

  private Reach(EstateDecider decider, String region) {
    this.verdicts = new Verdicts(decider);
    this.steps = new Steps(verdicts, new Samples(decider, region));
    this.closures = new ConcurrentHashMap<>();
    this.empowering = new ConcurrentHashMap<>();
  }

  /// The reach of an estate from which statements were taken away.
  public Reach without(Estate lesser) {
    return new Reach(decider().without(lesser), USUAL_REGION);
  }

  private Reach(Reach before, Verdicts verdicts) {
    this.verdicts = verdicts;
    this.steps = before.steps;
    this.closures = before.closures;
    this.empowering = before.empowering;
    this.reachers = before.reachers;
  }

  /// The same for an estate of which only some resources are other ones. No step is taken on them,
  /// so everybody reaches whom they reached before; what is known of other resources is kept. Empty
  /// where the change may bear on more: on what runs code as a role, or on which tags policies use.
  ///
  /// @param later with the same organisation, principals and groups, and with accounts that differ
  ///     at most in their public access block
  /// @param changed ARNs of the resources that are other ones, came or went, and of all buckets of
  ///     such accounts
  public Optional<Reach> after(Estate later, Set<String> changed) {
    Estate estate = decider().estate();
    if (changed.stream().anyMatch(arn -> runsCode(estate, arn) || runsCode(later, arn))) {
      return Optional.empty();
    }
    return decider()
        .after(later, changed)
        .map(decider -> new Reach(this, verdicts.after(decider, changed)));
  }

  private static boolean runsCode(Estate estate, String arn) {
    EstateResource resource = estate.resources().get(arn);
    return resource != null && resource.runsAs().isPresent();
  }

  public Verdicts verdicts() {
    return verdicts;
  }

  public EstateDecider decider() {
    return verdicts.decider();
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

  /// For every actor, who reaches it; every step is worked out for it, once.
  public synchronized Reachers reachers() {
    Reachers known = reachers;
    if (known == null) {
      known = new Reachers(verdicts, steps);
      reachers = known;
    }
    return known;
  }

  private Map<Actor, Arrival> close(String principal) {
    return new Closure(steps, empowering).of(Actor.of(principal));
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
