package io.cofferdam.posture.network;

import static io.cofferdam.posture.network.NetworkReading.add;
import static io.cofferdam.posture.network.NetworkReading.first;
import static io.cofferdam.posture.network.NetworkReading.text;

import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.Missing;
import io.cofferdam.access.network.fact.NetworkAcl;
import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.SecurityGroup.Peer;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Reads network ACLs and security groups. One with a rule that cannot be read is left out whole
/// and said to be missing.
final class FilterReading {
  private final List<Fact> facts;

  FilterReading(List<Fact> facts) {
    this.facts = facts;
  }

  Optional<NetworkAcl> acl(Resource r) {
    var subnets = new HashSet<String>();
    r.fact("Associations").forEach(each -> add(subnets, each.path("SubnetId")));
    var in = new ArrayList<NetworkAcl.Entry>();
    var out = new ArrayList<NetworkAcl.Entry>();
    for (var each : r.fact("Entries")) {
      var block = first(each, "CidrBlock", "Ipv6CidrBlock");
      var remote = AddressSet.cidr(block);
      if (remote.isEmpty()) {
        return missing(NetworkAcl.class, r, "an entry of " + r.name() + " without a block");
      }
      (each.path("Egress").asBoolean(false) ? out : in)
          .add(
              new NetworkAcl.Entry(
                  each.path("RuleNumber").asInt(),
                  each.path("RuleAction").asText("").equals("allow"),
                  protocol(each.path("Protocol").asText("")),
                  each.has("PortRange")
                      ? PortSet.range(
                          each.path("PortRange").path("From").asInt(0),
                          each.path("PortRange").path("To").asInt(65535))
                      : PortSet.ALL,
                  remote.get()));
    }
    return Optional.of(new NetworkAcl(text(r, "NetworkAclId"), text(r, "VpcId"), subnets, in, out));
  }

  Optional<SecurityGroup> group(Resource r) {
    var in = rules(r, "IpPermissions");
    var out = rules(r, "IpPermissionsEgress");
    return in.isEmpty() || out.isEmpty()
        ? missing(SecurityGroup.class, r, "a rule of " + r.name() + " without a block")
        : Optional.of(new SecurityGroup(text(r, "GroupId"), text(r, "VpcId"), in.get(), out.get()));
  }

  /// Empty where a rule holds something that is no block of addresses.
  private static Optional<List<SecurityGroup.Rule>> rules(Resource r, String member) {
    var rules = new ArrayList<SecurityGroup.Rule>();
    for (var each : r.fact(member)) {
      var protocol = protocol(each.path("IpProtocol").asText(""));
      var ports =
          each.has("FromPort") && each.path("FromPort").asInt(-1) >= 0
              ? PortSet.range(each.path("FromPort").asInt(), each.path("ToPort").asInt(65535))
              : PortSet.ALL;
      var blocks = new ArrayList<>(Facts.items(each, "IpRanges.CidrIp"));
      blocks.addAll(Facts.items(each, "Ipv6Ranges.CidrIpv6"));
      for (var block : blocks) {
        var addresses = AddressSet.cidr(block.asText());
        if (addresses.isEmpty()) {
          return Optional.empty();
        }
        rules.add(new SecurityGroup.Rule(protocol, ports, new Peer.Block(addresses.get())));
      }
      for (var list : Facts.items(each, "PrefixListIds.PrefixListId")) {
        rules.add(new SecurityGroup.Rule(protocol, ports, new Peer.List(list.asText())));
      }
      for (var pair : each.path("UserIdGroupPairs")) {
        var owner = pair.path("UserId").asText("");
        rules.add(
            new SecurityGroup.Rule(
                protocol,
                ports,
                new Peer.Members(
                    pair.path("GroupId").asText(""), owner.isEmpty() ? r.account() : owner)));
      }
    }
    return Optional.of(rules);
  }

  private <F extends Fact> Optional<F> missing(Class<F> kind, Resource r, String why) {
    facts.add(new Missing(kind, r.account(), r.region(), why));
    return Optional.empty();
  }

  /// `tcp`, `6` and `-1` are in use; a word that is not known counts as all.
  private static int protocol(String word) {
    return switch (word) {
      case "tcp" -> 6;
      case "udp" -> 17;
      case "icmp" -> 1;
      case "icmpv6" -> 58;
      default -> word.matches("[0-9]{1,3}") ? Integer.parseInt(word) : -1;
    };
  }
}
