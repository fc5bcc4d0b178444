package io.cofferdam.access.network.fact;

import java.util.Set;

/// Something of the provider's that carries connections from other VPCs and accounts to an
/// interface past routes: a target group or a resource gateway of VPC Lattice. Who may use it is
/// not worked out, so that it makes an answer "not known".
///
/// Source: VPC Lattice guide (target groups, resource gateways).
///
/// @param why what leads there, with the call that would tell more
/// @param vpc in which its targets are
/// @param targets what it leads to, as in [NetworkInterface#isOneOf]; empty: all of the VPC
public record ServiceFront(String id, String why, String vpc, Set<String> targets) implements Fact {
  public ServiceFront {
    targets = Set.copyOf(targets);
  }

  /// Whether it may lead to an interface.
  public boolean leadsTo(NetworkInterface to) {
    return vpc.equals(to.vpc()) && (targets.isEmpty() || to.isOneOf(targets));
  }
}
