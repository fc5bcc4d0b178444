package io.cofferdam.access.network.fact;

import java.util.Map;

/// The block of public access that an account sets for all VPCs of a region, with what is exempt.
///
/// Source: VPC user guide, "Block public access to VPCs and subnets".
///
/// @param mode the provider's word: `off`, `block-ingress`, `block-bidirectional`
/// @param exempt VPCs and subnets by id, each with `allow-bidirectional` or `allow-egress`
public record InternetBlock(String account, String region, String mode, Map<String, String> exempt)
    implements Fact {
  public InternetBlock {
    exempt = Map.copyOf(exempt);
  }

  @Override
  public String id() {
    return account + " " + region;
  }

  /// Whether packets between an internet gateway and a subnet are dropped.
  ///
  /// @param begunOutside whether somebody on the internet began the connection
  public boolean drops(String vpc, String subnet, boolean begunOutside) {
    if (mode.isEmpty() || mode.equals("off")) {
      return false;
    }
    var exemption = exempt.getOrDefault(subnet, exempt.getOrDefault(vpc, ""));
    return begunOutside ? !exemption.equals("allow-bidirectional") : exemption.isEmpty();
  }
}
