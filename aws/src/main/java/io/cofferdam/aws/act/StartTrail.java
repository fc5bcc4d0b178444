package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.keep;
import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.BooleanNode;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Switches a trail's logging on again.
final class StartTrail implements Act {
  private static final ActKind KIND =
      new ActKind(
          "aws.cloudtrail.start-logging",
          "switch a trail's logging on",
          List.of("trail"),
          WayBack.WHOLE,
          List.of(
              "what happened while it was off is not written down by it: see the event history",
              "going back switches it off: do that only where the case says so"),
          "https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    keep(state, "logging", looking.body(call(target, "GetTrailStatus")).path("IsLogging"));
    return new ActState(state);
  }

  private static ActCall call(Target target, String operation) {
    return Calls.call(
        "cloudtrail",
        operation,
        target.region(),
        Calls.arn("cloudtrail", target, "trail/" + target.name("trail")),
        object().put("Name", target.name("trail")));
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (state.at("/logging").isMissingNode()) {
      return new Proposal.Impossible(
          "there is no trail " + target.name("trail") + " in " + target.region());
    }
    if (state.at("/logging").asBoolean()) {
      return new Proposal.Already("trail " + target.name("trail") + " is logging");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "switch on logging of trail " + target.name("trail"),
                call(target, "StartLogging"),
                List.of(new Made("/logging", BooleanNode.TRUE)),
                Optional.of(call(target, "StopLogging")))),
        List.of());
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Kept(
            "trail " + target.name("trail"),
            kept(before),
            kept(after),
            "what its selectors choose is written down"));
  }

  private static Set<String> kept(ActState state) {
    return state.at("/logging").asBoolean() ? Set.of("what its selectors choose") : Set.of();
  }
}
