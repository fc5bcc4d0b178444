package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkAcl;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.PrefixList;
import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.SecurityGroup.Peer;
import io.cofferdam.access.network.packet.AddressPorts;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What network ACLs and security groups let pass. Each rule set is worked out once. Thread-safe.
final class Filters {
  private static final AddressSet ANYWHERE = AddressSet.V4.or(AddressSet.V6);

  private final Network network;
  private final Map<Key, Filter> acls = new ConcurrentHashMap<>();
  private final Map<Key, Compiled> groups = new ConcurrentHashMap<>();

  Filters(Network network) {
    this.network = network;
  }

  /// The direction of packets for an ACL, of the connection for a group, seen from the interface.
  enum Way {
    IN,
    OUT
  }

  private record Key(Set<String> ids, Way way, Protocol protocol) {}

  /// Who is at the other end, as far as groups that name groups are concerned.
  sealed interface Remote {
    /// Someone on the internet, who is in no group.
    record Public() implements Remote {}

    record Known(NetworkInterface at) implements Remote {}

    /// Interfaces of another account that are not described.
    record Others(String account) implements Remote {}
  }

  /// The rules of the groups of one interface.
  ///
  /// @param members rules that admit the members of a group
  private record Compiled(Filter plain, List<Members> members) {}

  private record Members(Peer.Members of, PortSet ports) {}

  /// What the ACL of a subnet lets in or out.
  Filter acl(String subnet, Way way, Protocol protocol) {
    var acl = network.aclOf(subnet);
    return acl.isEmpty()
        ? Filter.unknown(
            "the network ACL of " + subnet + " is not described (ec2:DescribeNetworkAcls)")
        : acls.computeIfAbsent(
            new Key(Set.of(acl.get().id()), way, protocol),
            key -> compile(way == Way.IN ? acl.get().ingress() : acl.get().egress(), protocol));
  }

  private static Filter compile(List<NetworkAcl.Entry> entries, Protocol protocol) {
    var decided = AddressPorts.NOTHING;
    var allowed = AddressPorts.NOTHING;
    for (var entry : entries) {
      if (protocol.matches(entry.protocol())) {
        var about = entry.remote().with(entry.ports());
        if (entry.allow()) {
          allowed = allowed.or(about.minus(decided));
        }
        decided = decided.or(about);
      }
    }
    return Filter.exactly(allowed);
  }

  /// What the groups of an interface let it receive (`IN`) or begin (`OUT`).
  Filter groups(NetworkInterface at, Way way, Protocol protocol, Remote remote) {
    if (at.groups().isEmpty()) {
      return at.kind().equals("interface")
          ? Filter.unknown(
              "the security groups of " + at.id() + " are not told (ec2:DescribeNetworkInterfaces)")
          : Filter.OPEN;
    }
    var rules =
        groups.computeIfAbsent(
            new Key(at.groups(), way, protocol), key -> compile(at, way, protocol));
    var sure = rules.plain().sure();
    var possible = rules.plain().possible();
    var open = new ArrayList<>(rules.plain().open());
    for (var rule : rules.members()) {
      var all = ANYWHERE.with(rule.ports());
      switch (remote) {
        case Remote.Public nobody -> {}
        case Remote.Known(NetworkInterface other) -> {
          if (other.groups().contains(rule.of().group())) {
            sure = sure.or(all);
            possible = possible.or(all);
          }
        }
        case Remote.Others(String account) -> {
          if (rule.of().account().equals(account)) {
            sure = sure.or(all);
          } else if (network.find(SecurityGroup.class, rule.of().group()).isPresent()) {
            break;
          } else {
            open.add(
                "which interfaces are in "
                    + rule.of().group()
                    + " is not known (ec2:DescribeNetworkInterfaces there)");
          }
          possible = possible.or(all);
        }
      }
    }
    return new Filter(sure, possible, open);
  }

  private Compiled compile(NetworkInterface at, Way way, Protocol protocol) {
    var sure = AddressPorts.NOTHING;
    var possible = AddressPorts.NOTHING;
    var open = new ArrayList<String>();
    var members = new ArrayList<Members>();
    for (var id : at.groups()) {
      var group = network.find(SecurityGroup.class, id);
      if (group.isEmpty()) {
        possible = AddressPorts.EVERYTHING;
        open.add("security group " + id + " is not described (ec2:DescribeSecurityGroups)");
        continue;
      }
      for (var rule : way == Way.IN ? group.get().ingress() : group.get().egress()) {
        if (!protocol.matches(rule.protocol())) {
          continue;
        }
        switch (rule.peer()) {
          case Peer.Block(AddressSet addresses) -> {
            sure = sure.or(addresses.with(rule.ports()));
            possible = possible.or(addresses.with(rule.ports()));
          }
          case Peer.List(String list) -> {
            var known = network.find(PrefixList.class, list);
            var addresses = known.map(Filters::addresses).orElse(ANYWHERE);
            possible = possible.or(addresses.with(rule.ports()));
            if (known.isPresent()) {
              sure = sure.or(addresses.with(rule.ports()));
            } else {
              open.add(
                  "the blocks of prefix list "
                      + list
                      + " are not known (ec2:GetManagedPrefixListEntries)");
            }
          }
          case Peer.Members each -> members.add(new Members(each, rule.ports()));
        }
      }
    }
    return new Compiled(new Filter(sure, possible, open), members);
  }

  static AddressSet addresses(PrefixList list) {
    var all = AddressSet.NONE;
    for (var block : list.blocks()) {
      all = all.or(AddressSet.cidr(block).orElse(AddressSet.NONE));
    }
    return all;
  }
}
