package io.cofferdam.posture.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.InternetBlock;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.Missing;
import io.cofferdam.access.network.fact.NatGateway;
import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkAcl;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.Route;
import io.cofferdam.access.network.fact.RouteTable;
import io.cofferdam.access.network.fact.RouteTarget;
import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.Subnet;
import io.cofferdam.access.network.fact.Vpc;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.spi.CallOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what EC2 tells of networks. A thing that is told in part is left out and said to be
/// missing: the engine then does not build on it.
final class NetworkReading {
  private static final Map<String, Class<? extends Fact>> LISTS =
      Map.of(
          "vpc", Vpc.class,
          "subnet", Subnet.class,
          "route-table", RouteTable.class,
          "network-acl", NetworkAcl.class,
          "internet-gateway", InternetGateway.class,
          "nat-gateway", NatGateway.class,
          "network-interface", NetworkInterface.class,
          "security-group", SecurityGroup.class);

  private final Inventory inventory;
  private final List<Fact> facts = new ArrayList<>();

  NetworkReading(Inventory inventory) {
    this.inventory = inventory;
  }

  Network network() {
    each("vpc", this::vpc);
    each("subnet", this::subnet);
    each("route-table", this::routeTable);
    var filters = new FilterReading(facts);
    each("network-acl", filters::acl);
    each("security-group", filters::group);
    each("network-interface", this::networkInterface);
    each("internet-gateway", r -> gateway(r, "Attachments", false));
    each("egress-only-internet-gateway", r -> gateway(r, "Attachments", true));
    each("nat-gateway", this::nat);
    for (var gap : inventory.gaps()) {
      var kind = LISTS.get(gap.type());
      if (kind != null) {
        facts.add(new Missing(kind, gap.account(), gap.region(), gap.gap().words()));
      }
    }
    inventory.ofType(Inventory.REGION).forEach(this::block);
    facts.addAll(new JunctionReading(inventory).facts());
    facts.addAll(new FrontReading(inventory).facts());
    return Network.of(facts);
  }

  private void block(Resource region) {
    for (var gap : region.gapsOf(List.of("vpc-block", "vpc-block-exemptions"))) {
      if (gap.outcome() != CallOutcome.UNSUPPORTED) {
        // where the call is not known there is no such block
        facts.add(new Missing(InternetBlock.class, region.account(), region.region(), gap.words()));
      }
    }
    var exempt = new HashMap<String, String>();
    for (var each : region.fact("vpc-block-exemptions.VpcBlockPublicAccessExclusions")) {
      var arn = each.path("ResourceArn").asText("");
      if (each.path("State").asText("").endsWith("-complete")
          && !each.path("State").asText("").startsWith("delete")) {
        exempt.put(
            arn.substring(arn.lastIndexOf('/') + 1),
            each.path("InternetGatewayExclusionMode").asText(""));
      }
    }
    facts.add(
        new InternetBlock(
            region.account(),
            region.region(),
            text(region, "vpc-block.InternetGatewayBlockMode"),
            exempt));
  }

  private interface Reader {
    Optional<? extends Fact> read(Resource resource);
  }

  private void each(String type, Reader reader) {
    for (var resource : inventory.ofType(type)) {
      reader.read(resource).ifPresent(facts::add);
    }
  }

  private Optional<Vpc> vpc(Resource r) {
    var blocks = new ArrayList<String>();
    blocks.add(text(r, "CidrBlock"));
    Facts.items(r.facts(), "CidrBlockAssociationSet.CidrBlock")
        .forEach(b -> blocks.add(b.asText()));
    Facts.items(r.facts(), "Ipv6CidrBlockAssociationSet.Ipv6CidrBlock")
        .forEach(b -> blocks.add(b.asText()));
    var owner = text(r, "OwnerId");
    return Optional.of(
        new Vpc(
            text(r, "VpcId"),
            owner.isEmpty() ? r.account() : owner,
            r.region(),
            addresses(blocks)));
  }

  private Optional<Subnet> subnet(Resource r) {
    var blocks = new ArrayList<String>();
    blocks.add(text(r, "CidrBlock"));
    Facts.items(r.facts(), "Ipv6CidrBlockAssociationSet.Ipv6CidrBlock")
        .forEach(b -> blocks.add(b.asText()));
    var zone = text(r, "AvailabilityZoneId");
    return Optional.of(
        new Subnet(
            text(r, "SubnetId"),
            text(r, "VpcId"),
            zone.isEmpty() ? text(r, "AvailabilityZone") : zone,
            addresses(blocks)));
  }

  private Optional<RouteTable> routeTable(Resource r) {
    var subnets = new HashSet<String>();
    var gateways = new HashSet<String>();
    var main = false;
    for (var each : r.fact("Associations")) {
      var state = each.path("AssociationState").path("State").asText("associated");
      if (state.startsWith("disassociat") || state.equals("failed")) {
        continue;
      }
      main |= each.path("Main").asBoolean(false);
      add(subnets, each.path("SubnetId"));
      add(gateways, each.path("GatewayId"));
    }
    var routes = new ArrayList<Route>();
    for (var each : r.fact("Routes")) {
      var to =
          first(
              each, "DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId");
      if (!to.isEmpty()) {
        routes.add(
            new Route(
                to,
                target(each),
                each.path("Origin").asText("").equals("EnableVgwRoutePropagation")));
      }
    }
    return Optional.of(
        new RouteTable(text(r, "RouteTableId"), text(r, "VpcId"), main, subnets, gateways, routes));
  }

  private static RouteTarget target(JsonNode route) {
    var gateway = route.path("GatewayId").asText("");
    var named =
        first(
            route,
            "NatGatewayId",
            "TransitGatewayId",
            "VpcPeeringConnectionId",
            "EgressOnlyInternetGatewayId",
            "NetworkInterfaceId",
            "InstanceId",
            "LocalGatewayId",
            "CarrierGatewayId",
            "CoreNetworkArn",
            "OdbNetworkArn");
    if (route.path("State").asText("").equals("blackhole")) {
      return new RouteTarget.Blackhole(named.isEmpty() ? gateway : named);
    }
    if (gateway.equals("local")) {
      return new RouteTarget.Local();
    }
    if (gateway.startsWith("igw-")) {
      return new RouteTarget.ToInternetGateway(gateway);
    }
    if (gateway.startsWith("vpce-")) {
      return new RouteTarget.ToEndpoint(gateway);
    }
    if (!gateway.isEmpty()) {
      return new RouteTarget.ToOther(gateway);
    }
    if (route.has("NatGatewayId")) {
      return new RouteTarget.ToNatGateway(named);
    }
    if (route.has("TransitGatewayId")) {
      return new RouteTarget.ToTransitGateway(named);
    }
    if (route.has("VpcPeeringConnectionId")) {
      return new RouteTarget.ToPeering(named);
    }
    if (route.has("EgressOnlyInternetGatewayId")) {
      return new RouteTarget.ToEgressOnlyGateway(named);
    }
    if (route.has("NetworkInterfaceId")) {
      return new RouteTarget.ToInterface(named);
    }
    return new RouteTarget.ToOther(named.isEmpty() ? "a target that is not told" : named);
  }

  /// Its private addresses with the public ones that lead to them. The association of the whole
  /// interface is that of its primary address, and not every answer repeats it there.
  private static List<NetworkInterface.Private> privateAddresses(Resource r) {
    var primary = text(r, "PrivateIpAddress");
    var outside = text(r, "Association.PublicIp");
    var addresses = new ArrayList<NetworkInterface.Private>();
    for (var each : r.fact("PrivateIpAddresses")) {
      var at = each.path("PrivateIpAddress").asText("");
      var own = each.path("Association").path("PublicIp").asText("");
      var leading = own.isEmpty() && at.equals(primary) ? outside : own;
      Address.of(at)
          .ifPresent(a -> addresses.add(new NetworkInterface.Private(a, Address.of(leading))));
    }
    if (addresses.isEmpty()) {
      Address.of(primary)
          .ifPresent(a -> addresses.add(new NetworkInterface.Private(a, Address.of(outside))));
    }
    return addresses;
  }

  private Optional<NetworkInterface> networkInterface(Resource r) {
    var addresses = privateAddresses(r);
    var v6 = new ArrayList<Address>();
    Facts.items(r.facts(), "Ipv6Addresses.Ipv6Address")
        .forEach(each -> Address.of(each.asText()).ifPresent(v6::add));
    var groups = new HashSet<String>();
    Facts.items(r.facts(), "Groups.GroupId").forEach(each -> groups.add(each.asText()));
    return Optional.of(
        new NetworkInterface(
            text(r, "NetworkInterfaceId"),
            text(r, "VpcId"),
            text(r, "SubnetId"),
            addresses,
            v6,
            groups,
            text(r, "InterfaceType").isEmpty() ? "interface" : text(r, "InterfaceType"),
            text(r, "Attachment.InstanceId"),
            text(r, "Description")));
  }

  private static Optional<InternetGateway> gateway(Resource r, String member, boolean egressOnly) {
    var vpcs = new HashSet<String>();
    for (var each : r.fact(member)) {
      var state = each.path("State").asText("");
      if (!state.equals("detached") && !state.equals("detaching")) {
        add(vpcs, each.path("VpcId"));
      }
    }
    return Optional.of(new InternetGateway(r.name(), vpcs, egressOnly));
  }

  private Optional<NatGateway> nat(Resource r) {
    var state = text(r, "State");
    if (state.equals("deleted") || state.equals("failed")) {
      return Optional.empty();
    }
    if (text(r, "SubnetId").isEmpty()) {
      return missing(NatGateway.class, r, "the subnet of " + r.name() + " is not told");
    }
    var addresses = new ArrayList<Address>();
    Facts.items(r.facts(), "NatGatewayAddresses.PrivateIp")
        .forEach(each -> Address.of(each.asText()).ifPresent(addresses::add));
    return Optional.of(
        new NatGateway(
            text(r, "NatGatewayId"),
            text(r, "VpcId"),
            text(r, "SubnetId"),
            !text(r, "ConnectivityType").equals("private"),
            addresses));
  }

  private <F extends Fact> Optional<F> missing(Class<F> kind, Resource r, String why) {
    facts.add(new Missing(kind, r.account(), r.region(), why));
    return Optional.empty();
  }

  private static AddressSet addresses(List<String> blocks) {
    var all = AddressSet.NONE;
    for (var block : blocks) {
      all = all.or(AddressSet.cidr(block).orElse(AddressSet.NONE));
    }
    return all;
  }

  static String text(Resource resource, String path) {
    return resource.fact(path).asText("");
  }

  static String first(JsonNode node, String... members) {
    for (var member : members) {
      if (!node.path(member).asText("").isEmpty()) {
        return node.path(member).asText();
      }
    }
    return "";
  }

  static void add(Set<String> to, JsonNode value) {
    if (!value.asText("").isEmpty()) {
      to.add(value.asText());
    }
  }
}
