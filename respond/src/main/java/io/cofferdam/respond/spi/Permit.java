package io.cofferdam.respond.spi;

import java.util.List;

/// Says that people approved a plan, and which calls it holds. Only an approval that was checked
/// gives one.
public interface Permit {
  /// Whether the call is one of the plan that was approved: the same service, operation, region and
  /// permission, and parameters that differ only where the plan left them to the state.
  boolean covers(ActCall call);

  /// What the session that makes the calls may do: exactly what the plan's calls need.
  List<Permission> permissions();
}
