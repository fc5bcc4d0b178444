package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.node.IntNode;
import io.cofferdam.respond.spi.Act;
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

/// Stops a function for all its callers, by leaving it no place to run.
final class StopFunction implements Act {
  private static final String PLACES = "ReservedConcurrentExecutions";

  private static final ActKind KIND =
      new ActKind(
          "aws.lambda.stop-function",
          "stop a function for all its callers",
          List.of("function"),
          WayBack.WHOLE,
          List.of(
              "every caller is refused with 429: its URL, gateways, queues, schedules",
              "events that are sent to it are tried again for up to six hours and then lost or put"
                  + " aside, those of streams until they expire",
              "runs that were begun before end by themselves",
              "places that were reserved for it are given back with the act: another function may"
                  + " have taken them meanwhile, and then going back halts"),
          "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = object();
    var answer = looking.body(FunctionCalls.call(target, "GetFunctionConcurrency", object()));
    state.put("found", !answer.isMissingNode());
    Calls.keep(state, "places", answer.path(PLACES));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    if (!state.at("/found").asBoolean()) {
      return new Proposal.Impossible("there is no function " + target.name("function"));
    }
    if (!open(state)) {
      return new Proposal.Already("it has no place to run");
    }
    var before = state.at("/places");
    return new Proposal.Steps(
        List.of(
            new Step(
                "leave function " + target.name("function") + " no place to run",
                FunctionCalls.call(target, "PutFunctionConcurrency", object().put(PLACES, 0)),
                List.of(new Made("/places", IntNode.valueOf(0))),
                Optional.of(
                    before.isMissingNode()
                        ? FunctionCalls.call(target, "DeleteFunctionConcurrency", object())
                        : FunctionCalls.call(
                            target,
                            "PutFunctionConcurrency",
                            object().put(PLACES, before.asInt()))))),
        List.of());
  }

  private static boolean open(ActState state) {
    return state.at("/places").asInt(1) > 0;
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Switch(
            "function " + target.name("function"),
            open(before),
            open(after),
            "whoever calls function " + target.name("function")));
  }
}
