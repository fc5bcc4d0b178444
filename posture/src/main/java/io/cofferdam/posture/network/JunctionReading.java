package io.cofferdam.posture.network;

import static io.cofferdam.posture.network.NetworkReading.add;
import static io.cofferdam.posture.network.NetworkReading.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.network.fact.Endpoint;
import io.cofferdam.access.network.fact.EndpointService;
import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.LoadBalancer;
import io.cofferdam.access.network.fact.LoadBalancer.Listener;
import io.cofferdam.access.network.fact.Missing;
import io.cofferdam.access.network.fact.Peering;
import io.cofferdam.access.network.fact.PrefixList;
import io.cofferdam.access.network.fact.TargetGroup;
import io.cofferdam.access.network.fact.TransitAttachment;
import io.cofferdam.access.network.fact.TransitRoutes;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what joins networks: peerings, transit gateways, endpoints, load balancers.
final class JunctionReading {
  private static final Map<String, Class<? extends Fact>> LISTS =
      Map.of(
          "vpc-peering-connection", Peering.class,
          "transit-gateway-attachment", TransitAttachment.class,
          "transit-gateway-route-table", TransitRoutes.class,
          "prefix-list", PrefixList.class,
          "vpc-endpoint", Endpoint.class,
          "vpc-endpoint-service", EndpointService.class,
          "load-balancer", LoadBalancer.class,
          "target-group", TargetGroup.class);

  private final Inventory inventory;

  JunctionReading(Inventory inventory) {
    this.inventory = inventory;
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    inventory.ofType("prefix-list").forEach(each -> prefixList(each, facts));
    inventory.ofType("vpc-peering-connection").forEach(each -> facts.add(peering(each)));
    transit(facts);
    endpoints(facts);
    balancers(facts);
    for (var gap : inventory.gaps()) {
      var kind = LISTS.get(gap.type());
      if (kind != null) {
        facts.add(new Missing(kind, gap.account(), gap.region(), gap.gap().words()));
      }
    }
    return facts;
  }

  /// A list whose entries are not known is left out, so that it counts as not known.
  private static void prefixList(Resource r, List<Fact> facts) {
    if (r.gapsOf(List.of("entries")).isEmpty() && r.fact("entries").isObject()) {
      facts.add(
          new PrefixList(
              text(r, "PrefixListId"),
              text(r, "PrefixListName"),
              Facts.items(r.facts(), "entries.Entries.Cidr").stream()
                  .map(JsonNode::asText)
                  .toList()));
    }
  }

  private static Peering peering(Resource r) {
    return new Peering(
        text(r, "VpcPeeringConnectionId"),
        text(r, "Status.Code").equals("active"),
        side(r.fact("RequesterVpcInfo")),
        side(r.fact("AccepterVpcInfo")));
  }

  private static Peering.Side side(JsonNode info) {
    var addresses = AddressSet.NONE;
    var blocks = new ArrayList<String>();
    blocks.add(info.path("CidrBlock").asText(""));
    Facts.items(info, "CidrBlockSet.CidrBlock").forEach(each -> blocks.add(each.asText()));
    Facts.items(info, "Ipv6CidrBlockSet.Ipv6CidrBlock").forEach(each -> blocks.add(each.asText()));
    for (var block : blocks) {
      addresses = addresses.or(AddressSet.cidr(block).orElse(AddressSet.NONE));
    }
    return new Peering.Side(
        info.path("OwnerId").asText(""), info.path("VpcId").asText(""), addresses);
  }

  private void transit(List<Fact> facts) {
    Map<String, Set<String>> subnets = new HashMap<>();
    for (var r : inventory.ofType("transit-gateway-vpc-attachment")) {
      var of = subnets.computeIfAbsent(r.name(), n -> new HashSet<>());
      Facts.items(r.facts(), "SubnetIds").forEach(each -> of.add(each.asText()));
    }
    for (var r : inventory.ofType("transit-gateway-attachment")) {
      var state = text(r, "State");
      if (state.equals("deleted") || state.equals("rejected") || state.equals("failed")) {
        continue;
      }
      facts.add(
          new TransitAttachment(
              r.name(),
              text(r, "TransitGatewayId"),
              text(r, "ResourceType"),
              text(r, "ResourceId"),
              text(r, "ResourceOwnerId"),
              subnets.getOrDefault(r.name(), Set.of()),
              text(r, "Association.TransitGatewayRouteTableId")));
    }
    for (var r : inventory.ofType("transit-gateway-route-table")) {
      if (!r.fact("routes").isObject()) {
        continue;
      }
      var lines = new ArrayList<TransitRoutes.Line>();
      for (var route : r.fact("routes.Routes")) {
        var to = new HashSet<String>();
        if (!route.path("State").asText("").equals("blackhole")) {
          Facts.items(route, "TransitGatewayAttachments.TransitGatewayAttachmentId")
              .forEach(each -> to.add(each.asText()));
        }
        lines.add(
            new TransitRoutes.Line(
                NetworkReading.first(route, "DestinationCidrBlock", "PrefixListId"), to));
      }
      facts.add(
          new TransitRoutes(
              r.name(), lines, !r.fact("routes.AdditionalRoutesAvailable").asBoolean(false)));
    }
  }

  private void endpoints(List<Fact> facts) {
    Map<String, String> firewalls = new HashMap<>();
    for (var r : inventory.ofType("network-firewall")) {
      for (var zone : r.fact("firewall.FirewallStatus.SyncStates")) {
        firewalls.put(zone.path("Attachment").path("EndpointId").asText(""), r.id());
      }
    }
    for (var r : inventory.ofType("vpc-endpoint")) {
      var subnets = new HashSet<String>();
      Facts.items(r.facts(), "SubnetIds").forEach(each -> subnets.add(each.asText()));
      facts.add(
          new Endpoint(
              r.name(),
              text(r, "VpcId"),
              text(r, "VpcEndpointType"),
              text(r, "ServiceName"),
              subnets,
              firewalls.getOrDefault(r.name(), "")));
    }
    for (var r : inventory.ofType("vpc-endpoint-service")) {
      var balancers = new HashSet<String>();
      Facts.items(r.facts(), "NetworkLoadBalancerArns").forEach(each -> add(balancers, each));
      var allowed = new HashSet<String>();
      Facts.items(r.facts(), "permissions.AllowedPrincipals.Principal")
          .forEach(each -> add(allowed, each));
      facts.add(
          new EndpointService(
              r.name(),
              balancers,
              allowed,
              r.fact("AcceptanceRequired").asBoolean(false),
              connected(r.name()),
              unread(r)));
    }
  }

  /// The accounts with a connection that was accepted.
  private Set<String> connected(String service) {
    var owners = new HashSet<String>();
    for (var r : inventory.ofType("vpc-endpoint-connection")) {
      var state = text(r, "VpcEndpointState");
      if (text(r, "ServiceId").equals(service) && state.equalsIgnoreCase("available")) {
        add(owners, r.fact("VpcEndpointOwner"));
      }
    }
    return owners;
  }

  private List<String> unread(Resource service) {
    var unread = new ArrayList<String>();
    service.gapsOf(List.of("permissions")).forEach(gap -> unread.add(gap.words()));
    for (var gap : inventory.gapsOf("vpc-endpoint-connection")) {
      if (gap.account().equals(service.account()) && gap.region().equals(service.region())) {
        unread.add(gap.gap().words());
      }
    }
    return unread;
  }

  private void balancers(List<Fact> facts) {
    Map<String, List<Listener>> listeners = new HashMap<>();
    for (var r : inventory.ofType("lb-listener")) {
      var groups = new HashSet<String>();
      for (var path :
          List.of(
              "DefaultActions.TargetGroupArn",
              "DefaultActions.ForwardConfig.TargetGroups.TargetGroupArn",
              "rules.Rules.Actions.TargetGroupArn",
              "rules.Rules.Actions.ForwardConfig.TargetGroups.TargetGroupArn")) {
        Facts.items(r.facts(), path).forEach(each -> add(groups, each));
      }
      listeners
          .computeIfAbsent(text(r, "LoadBalancerArn"), a -> new ArrayList<>())
          .add(new Listener(r.fact("Port").asInt(0), text(r, "Protocol"), groups));
    }
    for (var r : inventory.ofType("load-balancer")) {
      facts.add(
          new LoadBalancer(
              r.id(),
              text(r, "VpcId"),
              text(r, "Type"),
              text(r, "Scheme").equals("internet-facing"),
              listeners.getOrDefault(r.id(), List.of())));
    }
    for (var r : inventory.ofType("target-group")) {
      var targets = new ArrayList<TargetGroup.Target>();
      for (var each : r.fact("health.TargetHealthDescriptions")) {
        targets.add(
            new TargetGroup.Target(
                each.path("Target").path("Id").asText(""),
                each.path("Target").path("Port").asInt(r.fact("Port").asInt(0))));
      }
      facts.add(
          new TargetGroup(
              r.id(),
              text(r, "VpcId"),
              text(r, "TargetType"),
              text(r, "Protocol"),
              keepsSource(r),
              targets,
              r.gapsOf(List.of("health")).isEmpty()));
    }
  }

  /// Told by an attribute; else by what the guide says is usual for the type of target.
  private static boolean keepsSource(Resource group) {
    for (var each : group.fact("attributes")) {
      if (each.path("Key").asText("").equals("preserve_client_ip.enabled")) {
        return each.path("Value").asText("").equals("true");
      }
    }
    var protocol = text(group, "Protocol");
    var network = Set.of("TCP", "TLS", "UDP", "TCP_UDP").contains(protocol);
    return network && (text(group, "TargetType").equals("instance") || protocol.contains("UDP"));
  }
}
