package io.cofferdam.drill.world;

import java.util.List;

/// One call to the control plane.
///
/// @param request request parameters as JSON; `response` response elements as JSON, or `null`
/// @param error empty where it succeeded
/// @param resources ARNs with their types as `type ARN`
/// @param aboutStore whether it is about a store in question or its logging
public record Act(
    long second,
    Seat seat,
    String service,
    String action,
    boolean readOnly,
    String request,
    String response,
    String error,
    String errorMessage,
    List<String> resources,
    boolean aboutStore,
    long salt) {
  public Act {
    resources = List.copyOf(resources);
  }
}
