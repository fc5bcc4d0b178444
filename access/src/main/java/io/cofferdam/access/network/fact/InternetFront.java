package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.PortSet;
import java.util.Set;

/// Something of the provider's that carries connections from the internet to an interface past
/// routes and public addresses: Global Accelerator, an origin of CloudFront in a VPC. Who gets
/// through it is not worked out, so that it makes an answer "not known", never "reachable".
///
/// Source: Global Accelerator guide (secure VPC connections), CloudFront guide (VPC origins). Both
/// demand an internet gateway at the VPC and no route to it.
///
/// @param why what leads there, with the call that would tell more
/// @param subnets where it stands; empty where it is bound to targets
/// @param targets what it leads to, as in [NetworkInterface#isOneOf]; empty: all in the subnets
/// @param ports that it connects to
/// @param keepsSource whether the interface sees the client's address, so that its groups tell who
///     gets in
public record InternetFront(
    String id,
    String why,
    Set<String> subnets,
    Set<String> targets,
    PortSet ports,
    boolean keepsSource)
    implements Fact {
  public InternetFront {
    subnets = Set.copyOf(subnets);
    targets = Set.copyOf(targets);
  }

  /// Whether it may lead to an interface.
  public boolean leadsTo(NetworkInterface to) {
    return !to.id().equals(id)
        && (subnets.isEmpty() || subnets.contains(to.subnet()))
        && (targets.isEmpty() ? !subnets.isEmpty() : to.isOneOf(targets));
  }
}
