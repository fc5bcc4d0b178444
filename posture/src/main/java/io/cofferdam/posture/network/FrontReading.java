package io.cofferdam.posture.network;

import static io.cofferdam.posture.network.NetworkReading.text;

import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.InternetFront;
import io.cofferdam.access.network.fact.LoadBalancer;
import io.cofferdam.access.network.fact.Missing;
import io.cofferdam.access.network.fact.ServiceFront;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what carries connections past routes: the interfaces that Global Accelerator makes in the
/// subnets of its endpoints, origins of CloudFront in a VPC, target groups and resource gateways of
/// VPC Lattice.
final class FrontReading {
  private static final Map<String, Class<? extends Fact>> LISTS =
      Map.of(
          "cloudfront-vpc-origin", InternetFront.class,
          "lattice-target-group", ServiceFront.class,
          "lattice-resource-gateway", ServiceFront.class);

  private final Inventory inventory;

  FrontReading(Inventory inventory) {
    this.inventory = inventory;
  }

  List<Fact> facts() {
    var facts = new ArrayList<Fact>();
    for (var r : inventory.ofType("network-interface")) {
      if (text(r, "InterfaceType").equals("global_accelerator_managed")) {
        facts.add(accelerator(r));
      }
    }
    inventory.ofType("cloudfront-vpc-origin").forEach(each -> facts.add(origin(each)));
    for (var r : inventory.ofType("lattice-target-group")) {
      if (!text(r, "type").equals("LAMBDA") && !unused(r)) {
        facts.add(targets(r));
      }
    }
    for (var r : inventory.ofType("lattice-resource-gateway")) {
      facts.add(
          new ServiceFront(
              r.id(),
              "resource gateway "
                  + r.name()
                  + " of VPC Lattice leads into "
                  + text(r, "vpcIdentifier")
                  + " (vpc-lattice:ListResourceConfigurations is not read)",
              text(r, "vpcIdentifier"),
              Set.of()));
    }
    for (var gap : inventory.gaps()) {
      var kind = LISTS.get(gap.type());
      if (kind != null) {
        facts.add(new Missing(kind, gap.account(), gap.region(), gap.gap().words()));
      }
    }
    return facts;
  }

  private static InternetFront accelerator(Resource r) {
    return new InternetFront(
        r.name(),
        "Global Accelerator stands in "
            + text(r, "SubnetId")
            + " ("
            + r.name()
            + "): what it leads to is not read (globalaccelerator:ListEndpointGroups)",
        Set.of(text(r, "SubnetId")),
        Set.of(),
        PortSet.ALL,
        true);
  }

  private static InternetFront origin(Resource r) {
    var endpoint = text(r, "OriginEndpointArn");
    return new InternetFront(
        r.id(),
        "CloudFront leads to it by VPC origin "
            + r.name()
            + ": who passes its distributions is not worked out here",
        Set.of(),
        Set.of(target(endpoint)),
        ports(r),
        false);
  }

  private static PortSet ports(Resource r) {
    var http = r.fact("origin.VpcOriginEndpointConfig.HTTPPort").asInt(0);
    var https = r.fact("origin.VpcOriginEndpointConfig.HTTPSPort").asInt(0);
    return http > 0 && https > 0 ? PortSet.of(http).or(PortSet.of(https)) : PortSet.ALL;
  }

  /// Told and of no service: nothing leads through it.
  private static boolean unused(Resource group) {
    var services = group.fact("serviceArns");
    return services.isArray() && services.isEmpty();
  }

  private static ServiceFront targets(Resource r) {
    var unread = r.gapsOf(List.of("targets"));
    var targets = new HashSet<String>();
    for (var each : r.fact("targets.items")) {
      targets.add(target(each.path("id").asText("")));
    }
    if (unread.isEmpty() && targets.isEmpty()) {
      targets.add("none");
    }
    return new ServiceFront(
        r.id(),
        "target group "
            + r.name()
            + " of VPC Lattice may lead to it: "
            + (unread.isEmpty()
                ? "who may use its services is not read"
                    + " (vpc-lattice:ListServiceNetworkServiceAssociations)"
                : unread.stream().map(Gap::words).findFirst().orElse("")),
        text(r, "vpcIdentifier"),
        targets);
  }

  /// An instance, an address or a load balancer, as an interface can be told to be it.
  private static String target(String id) {
    if (id.contains(":loadbalancer/")) {
      return "ELB " + LoadBalancer.path(id);
    }
    var instance = id.indexOf(":instance/");
    if (instance >= 0) {
      return id.substring(instance + ":instance/".length());
    }
    return Address.of(id).map(Address::toString).orElse(id);
  }
}
