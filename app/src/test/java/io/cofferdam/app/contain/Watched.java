package io.cofferdam.app.contain;

import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;

/// Calls of which each change is looked at once it was made.
record Watched(CloudCalls calls, Looker after) implements CloudCalls {
  /// Looks.
  interface Looker {
    void look() throws Exception;
  }

  @Override
  public CallResult look(ActCall call) {
    return calls.look(call);
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    var result = calls.change(call, permit);
    try {
      after.look();
    } catch (Exception failed) {
      throw new AssertionError(call.words(), failed);
    }
    return result;
  }
}
