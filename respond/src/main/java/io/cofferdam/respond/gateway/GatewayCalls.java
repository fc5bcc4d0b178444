package io.cofferdam.respond.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.GatewaySwitch;
import io.cofferdam.respond.spi.GatewaySwitch.Denied;
import io.cofferdam.respond.spi.GatewaySwitch.Is;
import io.cofferdam.respond.spi.GatewaySwitch.Moved;
import io.cofferdam.respond.spi.GatewaySwitch.NoRoute;
import io.cofferdam.respond.spi.GatewaySwitch.Silent;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import java.util.Optional;

/// Makes the two calls of a gateway's switch: `gateway GetRoute` with `route`, and `gateway
/// SetRoute` with `route`, `serving`, `revision` and `mark`. Both answer with `name`, `serving` and
/// `revision`.
public final class GatewayCalls implements CloudCalls {
  static final String SERVICE = "gateway";
  static final String GET = "GetRoute";
  static final String SET = "SetRoute";

  private final GatewaySwitch gateway;

  public GatewayCalls(GatewaySwitch gateway) {
    this.gateway = gateway;
  }

  static ActCall get(String route) {
    return new ActCall(
        SERVICE,
        GET,
        "",
        JsonNodeFactory.instance.objectNode().put("route", route),
        new Permission("gateway:GetRoute", route));
  }

  /// @param revision a text `$state:/pointer`, or a number
  static ActCall set(String route, boolean serving, String revision, String mark) {
    return new ActCall(
        SERVICE,
        SET,
        "",
        JsonNodeFactory.instance
            .objectNode()
            .put("route", route)
            .put("serving", serving)
            .put("revision", revision)
            .put("mark", mark),
        new Permission("gateway:SetRoute", route));
  }

  @Override
  public CallResult look(ActCall call) {
    if (!call.service().equals(SERVICE) || !call.operation().equals(GET)) {
      throw new CofferdamBug(call.words() + " is no call that reads a gateway");
    }
    return result(gateway.read(call.parameters().path("route").asText()));
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    if (!permit.covers(call)) {
      throw new CofferdamBug(call.words() + " is not among the calls that were approved");
    }
    if (!call.service().equals(SERVICE) || !call.operation().equals(SET)) {
      throw new CofferdamBug(call.words() + " is no call that changes a gateway");
    }
    var parameters = call.parameters();
    return result(
        gateway.set(
            parameters.path("route").asText(),
            parameters.path("serving").asBoolean(),
            Optional.of(parameters.path("revision").asLong()),
            parameters.path("mark").asText()));
  }

  private static CallResult result(GatewaySwitch.Reply reply) {
    return switch (reply) {
      case Is(var route) ->
          new CallResult.Answered(
              JsonNodeFactory.instance
                  .objectNode()
                  .put("name", route.name())
                  .put("serving", route.serving())
                  .put("revision", route.revision()),
              "");
      case NoRoute _ -> new CallResult.Absent("NoRoute", "");
      case Moved _ -> new CallResult.Rejected("Moved", "somebody changed the route meanwhile", "");
      case Denied(var why) -> new CallResult.Denied("Denied", why, "");
      case Silent(var why) -> new CallResult.Uncertain("Silent", why, "");
    };
  }
}
