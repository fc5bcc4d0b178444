package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Endpoint;
import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.NatGateway;
import io.cofferdam.access.network.fact.NetworkAcl;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.Peering;
import io.cofferdam.access.network.fact.PrefixList;
import io.cofferdam.access.network.fact.Route;
import io.cofferdam.access.network.fact.RouteTable;
import io.cofferdam.access.network.fact.RouteTarget;
import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.SecurityGroup.Peer;
import io.cofferdam.access.network.fact.Subnet;
import io.cofferdam.access.network.fact.TransitAttachment;
import io.cofferdam.access.network.fact.TransitRoutes;
import io.cofferdam.access.network.fact.Vpc;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Small networks, fully described, in which most things that can be wrong sometimes are.
final class RandomNetwork {
  static final List<String> OUTSIDE =
      List.of("198.51.100.7", "203.0.113.9", "8.8.8.8", "2600:1f14::7", "2a00:1450::9");
  private static final List<String> REMOTES =
      List.of(
          "0.0.0.0/0",
          "::/0",
          "198.51.100.0/24",
          "203.0.113.9/32",
          "10.0.0.0/8",
          "10.0.1.0/24",
          "10.1.0.0/16",
          "0.0.0.0/1",
          "2600::/12",
          "fd00::/8");
  private static final int[] PORTS = {80, 443, 8000, 11434};

  private final Random random;
  private final List<Fact> facts = new ArrayList<>();
  private final int vpcs;

  private RandomNetwork(long seed) {
    random = new Random(seed);
    vpcs = 1 + random.nextInt(3);
  }

  static List<Fact> of(long seed) {
    return new RandomNetwork(seed).make();
  }

  private boolean often() {
    return random.nextInt(4) > 0;
  }

  private boolean seldom() {
    return random.nextInt(5) == 0;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private List<Fact> make() {
    facts.add(new PrefixList("pl-a", "offices", List.of("198.51.100.0/24", "10.1.0.0/16")));
    facts.add(new PrefixList("pl-s3", "s3", List.of("8.8.0.0/16", "203.0.113.0/28")));
    var transit = random.nextBoolean();
    for (int v = 0; v < vpcs; v++) {
      vpc(v, transit);
    }
    if (vpcs > 1) {
      facts.add(
          new Peering(
              "pcx-0",
              often(),
              new Peering.Side("111122223333", "vpc-0", block("10.0.0.0/16")),
              new Peering.Side("111122223333", "vpc-1", block("10.1.0.0/16"))));
    }
    if (transit) {
      transit();
    }
    return facts;
  }

  private static AddressSet block(String text) {
    return AddressSet.cidr(text).orElseThrow();
  }

  private void vpc(int v, boolean transit) {
    var id = "vpc-" + v;
    facts.add(
        new Vpc(
            id,
            "111122223333",
            "eu-central-1",
            block("10." + v + ".0.0/16").or(block("fd00:" + v + "::/32"))));
    facts.add(new InternetGateway("igw-" + v, often() ? Set.of(id) : Set.of(), false));
    facts.add(new InternetGateway("eigw-" + v, Set.of(id), true));
    facts.add(new Endpoint("vpce-" + v, id, "Gateway", "s3", Set.of(), ""));
    var groups = 2;
    for (int g = 0; g < groups; g++) {
      facts.add(new SecurityGroup("sg-" + v + g, id, rules(), rules()));
    }
    var subnets = 1 + random.nextInt(3);
    for (int s = 0; s < subnets; s++) {
      var subnet = "subnet-" + v + s;
      var zone = random.nextBoolean() ? "a" : "b";
      facts.add(
          new Subnet(
              subnet,
              id,
              zone,
              block("10." + v + "." + s + ".0/24").or(block("fd00:" + v + ":" + s + "::/64"))));
      facts.add(new NetworkAcl("acl-" + v + s, id, Set.of(subnet), entries(), entries()));
      if (s > 0 && random.nextBoolean()) {
        continue;
      }
      facts.add(
          new RouteTable(
              "rtb-" + v + s,
              id,
              s == 0,
              s == 0 ? Set.of() : Set.of(subnet),
              Set.of(),
              routes(v, transit)));
    }
    facts.add(
        new NatGateway(
            "nat-" + v, id, "subnet-" + v + "0", often(), List.of(at("10." + v + ".0.200"))));
    facts.add(
        new NetworkInterface(
            "eni-nat-" + v,
            id,
            "subnet-" + v + "0",
            List.of(new NetworkInterface.Private(at("10." + v + ".0.200"), Optional.empty())),
            List.of(),
            Set.of(),
            "nat_gateway",
            "",
            ""));
    for (int i = 0; i < 3; i++) {
      var s = random.nextInt(subnets);
      facts.add(
          new NetworkInterface(
              "eni-" + v + i,
              id,
              "subnet-" + v + s,
              List.of(
                  new NetworkInterface.Private(
                      at("10." + v + "." + s + "." + (10 + i)),
                      random.nextBoolean()
                          ? Optional.of(at("192.0.2." + (10 * v + i)))
                          : Optional.empty())),
              random.nextBoolean() ? List.of(at("fd00:" + v + ":" + s + "::" + i)) : List.of(),
              seldom()
                  ? Set.of("sg-" + v + "0", "sg-" + v + "1")
                  : Set.of("sg-" + v + random.nextInt(groups)),
              "interface",
              "i-" + v + i,
              ""));
    }
  }

  private static Address at(String text) {
    return Address.of(text).orElseThrow();
  }

  private List<Route> routes(int v, boolean transit) {
    var routes = new ArrayList<Route>();
    routes.add(new Route("10." + v + ".0.0/16", new RouteTarget.Local(), false));
    routes.add(new Route("fd00:" + v + "::/32", new RouteTarget.Local(), false));
    if (often()) {
      routes.add(
          new Route(
              "0.0.0.0/0",
              random.nextBoolean()
                  ? new RouteTarget.ToInternetGateway("igw-" + v)
                  : target(v, transit),
              false));
    }
    if (often()) {
      routes.add(
          new Route(
              "::/0",
              random.nextBoolean()
                  ? new RouteTarget.ToInternetGateway("igw-" + v)
                  : new RouteTarget.ToEgressOnlyGateway("eigw-" + v),
              false));
    }
    if (often() && vpcs > 1 && v < 2) {
      routes.add(new Route("10." + (1 - v) + ".0.0/16", new RouteTarget.ToPeering("pcx-0"), false));
    }
    if (transit && often()) {
      routes.add(new Route("10.0.0.0/8", new RouteTarget.ToTransitGateway("tgw-0"), false));
    }
    if (seldom()) {
      routes.add(new Route("pl-s3", new RouteTarget.ToEndpoint("vpce-" + v), false));
    }
    if (seldom()) {
      routes.add(new Route("203.0.113.0/24", target(v, transit), random.nextBoolean()));
    }
    if (seldom()) {
      routes.add(new Route("pl-a", target(v, transit), false));
    }
    return routes;
  }

  private RouteTarget target(int v, boolean transit) {
    return switch (random.nextInt(transit ? 5 : 4)) {
      case 0 -> new RouteTarget.ToNatGateway("nat-" + v);
      case 1 -> new RouteTarget.ToInternetGateway("igw-" + v);
      case 2 -> new RouteTarget.Blackhole("eni-gone");
      case 3 -> new RouteTarget.ToNatGateway("nat-" + v);
      default -> new RouteTarget.ToTransitGateway("tgw-0");
    };
  }

  private void transit() {
    var lines = new ArrayList<TransitRoutes.Line>();
    for (int v = 0; v < vpcs; v++) {
      var own = v;
      var subnets =
          facts.stream()
              .filter(f -> f instanceof Subnet s && s.vpc().equals("vpc-" + own))
              .map(Fact::id)
              .filter(s -> random.nextInt(3) > 0)
              .toList();
      facts.add(
          new TransitAttachment(
              "tgw-attach-" + v,
              "tgw-0",
              "vpc",
              "vpc-" + v,
              "111122223333",
              Set.copyOf(subnets.isEmpty() ? List.of("subnet-" + v + "0") : subnets),
              "tgw-rtb-0"));
      if (often()) {
        lines.add(
            new TransitRoutes.Line(
                "10." + v + ".0.0/16", seldom() ? Set.of() : Set.of("tgw-attach-" + v)));
      }
    }
    if (random.nextBoolean()) {
      lines.add(new TransitRoutes.Line("0.0.0.0/0", Set.of("tgw-attach-" + random.nextInt(vpcs))));
    }
    facts.add(new TransitRoutes("tgw-rtb-0", lines, true));
  }

  private PortSet ports() {
    return switch (random.nextInt(5)) {
      case 0 -> PortSet.of(PORTS[random.nextInt(PORTS.length)]);
      case 1 -> PortSet.range(1024, 65535);
      case 2 -> PortSet.range(32768, 65535);
      default -> PortSet.ALL;
    };
  }

  private List<NetworkAcl.Entry> entries() {
    var entries = new ArrayList<NetworkAcl.Entry>();
    var count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      entries.add(
          new NetworkAcl.Entry(
              10 * (i + 1), often(), one(List.of(-1, 6, 6, 17)), ports(), block(one(REMOTES))));
    }
    if (often()) {
      entries.add(new NetworkAcl.Entry(100, true, -1, PortSet.ALL, AddressSet.V4));
      entries.add(new NetworkAcl.Entry(101, true, -1, PortSet.ALL, AddressSet.V6));
    }
    return entries;
  }

  private List<SecurityGroup.Rule> rules() {
    var rules = new ArrayList<SecurityGroup.Rule>();
    var count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Peer peer =
          switch (random.nextInt(4)) {
            case 0 ->
                new Peer.Members("sg-" + random.nextInt(vpcs) + random.nextInt(2), "111122223333");
            case 1 -> new Peer.List("pl-a");
            default -> new Peer.Block(block(one(REMOTES)));
          };
      rules.add(new SecurityGroup.Rule(one(List.of(-1, 6, 6, 17)), ports(), peer));
    }
    if (random.nextBoolean()) {
      rules.add(new SecurityGroup.Rule(-1, PortSet.ALL, new Peer.Block(AddressSet.V4)));
    }
    return rules;
  }
}
