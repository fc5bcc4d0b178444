package io.cofferdam.aws;

import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Makes each call with the session whose policy allows it. What no session allows is not asked.
public final class SessionCalls implements CloudCalls {
  private final Map<SessionPolicy, CloudCalls> sessions;

  /// Calls over sessions, asked in the order of the map.
  public SessionCalls(Map<SessionPolicy, ? extends CloudCalls> sessions) {
    this.sessions = new LinkedHashMap<>(sessions);
  }

  @Override
  public CallResult look(ActCall call) {
    return with(call, each -> each.look(call));
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    return with(call, each -> each.change(call, permit));
  }

  private CallResult with(ActCall call, Function<CloudCalls, CallResult> make) {
    for (var each : sessions.entrySet()) {
      if (each.getKey().allows(call.permissions())) {
        return make.apply(each.getValue());
      }
    }
    return new CallResult.Denied(
        "NotPlanned", "the session is for the calls of the plan, and this is none of them", "");
  }
}
