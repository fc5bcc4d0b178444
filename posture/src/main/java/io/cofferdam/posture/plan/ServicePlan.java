package io.cofferdam.posture.plan;

import java.util.List;

/// The calls of one service, in an order in which each follows what it needs.
///
/// @param global whether it is asked once for an account, in the region that answers for all
/// @param source where the calls are documented
/// @param inFlight how many calls are made at a time
public record ServicePlan(
    String service, boolean global, String source, int inFlight, List<CallPlan> calls) {
  public ServicePlan {
    calls = List.copyOf(calls);
  }
}
