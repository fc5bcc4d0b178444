package io.cofferdam.access.network.fact;

import java.util.List;

/// What a load balancer forwards to.
///
/// @param id its ARN
/// @param kind `instance`, `ip`, `lambda` or `alb`
/// @param protocol `HTTP`, `TCP`, ...
/// @param keepsSource whether targets see the client's address, as with network load balancers
/// @param complete whether all its targets are here
public record TargetGroup(
    String id,
    String vpc,
    String kind,
    String protocol,
    boolean keepsSource,
    List<Target> targets,
    boolean complete)
    implements Fact {
  public TargetGroup {
    targets = List.copyOf(targets);
  }

  /// One target.
  ///
  /// @param id an instance id, an address or an ARN
  public record Target(String id, int port) {}
}
