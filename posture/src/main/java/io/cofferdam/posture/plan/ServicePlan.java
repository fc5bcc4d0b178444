package io.cofferdam.posture.plan;

import java.util.List;

/// The calls of one service, in an order in which each follows what it needs.
///
/// @param global whether it is asked once for an account, in the region that answers for all
/// @param source where the calls are documented
/// @param inFlight how many calls are made at a time in one region of one account
/// @param perSecond how many are begun in a second there, at most; what a service throttles lowers
///     it for a while
public record ServicePlan(
    String service,
    boolean global,
    String source,
    int inFlight,
    int perSecond,
    List<CallPlan> calls) {
  /// Calls a second where a file names none: below the lowest limits that AWS documents for reading
  /// calls of the services asked (from memory; what is throttled is slowed down in any case).
  public static final int PER_SECOND = 20;

  public ServicePlan {
    calls = List.copyOf(calls);
  }

  public ServicePlan(
      String service, boolean global, String source, int inFlight, List<CallPlan> calls) {
    this(service, global, source, inFlight, PER_SECOND, calls);
  }
}
