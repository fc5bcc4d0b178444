package io.cofferdam.respond.gateway;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.GatewaySwitch;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Made;
import io.cofferdam.respond.spi.Proposal;
import io.cofferdam.respond.spi.Step;
import io.cofferdam.respond.spi.Target;
import io.cofferdam.respond.spi.WayBack;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The kill switch: a route of the gateway, or all of it (`*`), answers nothing more.
public final class StopRoute implements Act {
  private static final Pattern ROUTE = Pattern.compile("\\*|[a-z0-9]([-a-z0-9._]{0,62}[a-z0-9])?");
  private static final String REVISION = "$state:/" + ActState.TOKENS + "/revision";

  private static final ActKind KIND =
      new ActKind(
          "gateway.stop-route",
          "stop a route of the gateway, or all of it",
          List.of("route"),
          WayBack.WHOLE,
          List.of(
              "answers that are being streamed end, and whoever waits for one gets an error",
              "a model that can be reached past the gateway still answers there",
              "what was answered before is not taken back"),
          "docs/contain.md");

  @Override
  public ActKind kind() {
    return KIND;
  }

  @Override
  public ActState look(Target target, Looking looking) {
    var state = JsonNodeFactory.instance.objectNode();
    if (!ROUTE.matcher(target.name("route")).matches()) {
      return new ActState(state);
    }
    var route = looking.body(GatewayCalls.get(target.name("route")));
    if (route.isMissingNode()) {
      return new ActState(state);
    }
    state.set("serving", route.path("serving"));
    state.putObject(ActState.TOKENS).set("revision", route.path("revision"));
    return new ActState(state);
  }

  @Override
  public Proposal propose(Target target, ActState state, String mark) {
    var route = target.name("route");
    if (state.at("/serving").isMissingNode()) {
      return new Proposal.Impossible("the gateway has no route `" + route + "`");
    }
    if (!serving(state)) {
      return new Proposal.Already(words(route) + " answers nothing");
    }
    return new Proposal.Steps(
        List.of(
            new Step(
                "stop " + words(route),
                set(route, false, mark),
                List.of(new Made("/serving", BooleanNode.FALSE)),
                Optional.of(set(route, true, mark)))),
        List.of());
  }

  private static ActCall set(String route, boolean serving, String mark) {
    return GatewayCalls.set(route, serving, REVISION, mark);
  }

  private static String words(String route) {
    return route.equals(GatewaySwitch.EVERY_ROUTE) ? "the gateway" : "route " + route;
  }

  private static boolean serving(ActState state) {
    return state.at("/serving").asBoolean(true);
  }

  @Override
  public List<Claim> claims(Target target, ActState before, ActState after) {
    return List.of(
        new Claim.Switch(
            words(target.name("route")),
            serving(before),
            serving(after),
            "everybody who asks " + words(target.name("route"))));
  }
}
