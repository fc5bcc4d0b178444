package io.cofferdam.respond.act;

import io.cofferdam.respond.act.proof.Proof;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.stream.Stream;

/// What will be done, to what, why it is safe, and how to go back. People approve its [#hash].
///
/// @param mark names the case; what the act makes carries it
/// @param principal ARN of who acts and would go back, as the proof took it; empty where that was
///     not known
/// @param before the state that the plan is for
/// @param limits what a responder must know, of the kind and of this target
/// @param permissions what reading, acting and going back need: a session is given these alone
public record ActPlan(
    ActKind kind,
    Target target,
    String mark,
    String principal,
    ActState before,
    List<Step> steps,
    List<String> limits,
    Proof proof,
    List<Permission> permissions) {
  public ActPlan {
    steps = List.copyOf(steps);
    limits = List.copyOf(limits);
    permissions = List.copyOf(permissions);
  }

  /// The same plan with what its claims came to.
  ActPlan proved(Proof judged) {
    return new ActPlan(kind, target, mark, principal, before, steps, limits, judged, permissions);
  }

  /// Of all that the plan says, in hexadecimal. Another state gives another plan.
  public String hash() {
    return CanonicalJson.sha256(ActPlanJson.write(this));
  }

  /// Permissions that one call needs at the same time, so that one session must have them all.
  public List<List<Permission>> together() {
    return steps.stream()
        .flatMap(step -> Stream.concat(Stream.of(step.call()), step.undo().stream()))
        .filter(call -> !call.besides().isEmpty())
        .map(ActCall::permissions)
        .distinct()
        .toList();
  }

  /// How many people other than the one who asks must approve: two where there is no way back or
  /// where something is not proved.
  public int approvals() {
    return kind.way() == WayBack.NONE || !proof.certain() ? 2 : 1;
  }

  /// The state as it will be.
  public ActState after() {
    var state = before;
    for (var step : steps) {
      state = StateWords.after(state, step);
    }
    return state;
  }
}
