package io.cofferdam.access.aws.estate.reach;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.reach.ActorShape.Held;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.policy.PolicyDocument;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Puts actors into classes, for each action anew: of thousands of principals few differ in what
/// their policies say about one action.
final class Alike {
  private final EstateDecider decider;
  private final StatementNumbers numbers = new StatementNumbers();
  private final IdentityHashMap<PolicyDocument, Held> held = new IdentityHashMap<>();
  private final Map<ActorShape, ActorShape> shapes = new HashMap<>();
  private final Map<Actor, ActorShape> byActor = new ConcurrentHashMap<>();
  private final Map<String, ActionClasses> byAction = new ConcurrentHashMap<>();

  Alike(EstateDecider decider) {
    this.decider = decider;
  }

  ActorClass classOf(Actor actor, String action) {
    return byAction
        .computeIfAbsent(action, a -> new ActionClasses(a, decider, numbers))
        .of(actor, shape(actor));
  }

  StatementNumbers statements() {
    return numbers;
  }

  private ActorShape shape(Actor actor) {
    ActorShape known = byActor.get(actor);
    if (known == null) {
      known = shared(actor);
      byActor.put(actor, known);
    }
    return known;
  }

  private synchronized ActorShape shared(Actor actor) {
    EstatePrincipal principal = decider.estate().principals().get(actor.arn());
    ActorShape shape =
        new ActorShape(
            principal == null ? "" : principal.account(),
            principal instanceof IamRole,
            principal instanceof IamRole role && role.serviceLinked(),
            numbered(decider.identity(actor)),
            numbered(decider.ceilings(actor)));
    return shapes.computeIfAbsent(shape, s -> s);
  }

  private List<Held> numbered(List<PolicyDocument> policies) {
    return policies.stream()
        .map(policy -> held.computeIfAbsent(policy, p -> new Held(held.size(), p)))
        .toList();
  }
}
