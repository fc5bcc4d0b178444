package io.cofferdam.access.network.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.network.fact.Endpoint;
import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.InternetBlock;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.LoadBalancer;
import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkAcl;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.Peering;
import io.cofferdam.access.network.fact.Route;
import io.cofferdam.access.network.fact.RouteTable;
import io.cofferdam.access.network.fact.RouteTarget;
import io.cofferdam.access.network.fact.SecurityGroup;
import io.cofferdam.access.network.fact.SecurityGroup.Peer;
import io.cofferdam.access.network.fact.Subnet;
import io.cofferdam.access.network.fact.TargetGroup;
import io.cofferdam.access.network.fact.TransitAttachment;
import io.cofferdam.access.network.fact.Vpc;
import io.cofferdam.access.network.packet.Address;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.ReachAnswer.Blocked;
import io.cofferdam.access.network.reach.ReachAnswer.OneWay;
import io.cofferdam.access.network.reach.ReachAnswer.Reachable;
import io.cofferdam.access.network.reach.ReachAnswer.Unknown;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Networks that look open and are not, or the other way round.
@Covers("P-01")
class ReachTest {
  private static final String OWN = "111122223333";
  private static final PortSet PORT = PortSet.of(11434);
  private static final Route LOCAL = new Route("10.0.0.0/16", new RouteTarget.Local(), false);
  private static final Route OUT =
      new Route("0.0.0.0/0", new RouteTarget.ToInternetGateway("igw-1"), false);

  private final List<Fact> facts = new ArrayList<>();

  private static AddressSet block(String text) {
    return AddressSet.cidr(text).orElseThrow();
  }

  private static SecurityGroup.Rule allow(String block) {
    return new SecurityGroup.Rule(-1, PortSet.ALL, new Peer.Block(block(block)));
  }

  private static SecurityGroup.Rule allow(Peer peer) {
    return new SecurityGroup.Rule(-1, PortSet.ALL, peer);
  }

  private static NetworkAcl.Entry entry(int number, boolean allow, PortSet ports, String block) {
    return new NetworkAcl.Entry(number, allow, 6, ports, block(block));
  }

  private static final NetworkAcl OPEN_ACL =
      new NetworkAcl(
          "acl-1",
          "vpc-1",
          Set.of("subnet-1", "subnet-2"),
          List.of(entry(100, true, PortSet.ALL, "0.0.0.0/0")),
          List.of(entry(100, true, PortSet.ALL, "0.0.0.0/0")));

  private ReachTest vpc(NetworkAcl acl, Route... routes) {
    facts.add(new Vpc("vpc-1", OWN, "eu-central-1", block("10.0.0.0/16")));
    facts.add(new Subnet("subnet-1", "vpc-1", "a", block("10.0.0.0/24")));
    facts.add(new Subnet("subnet-2", "vpc-1", "a", block("10.0.1.0/24")));
    facts.add(acl);
    facts.add(new InternetGateway("igw-1", Set.of("vpc-1"), false));
    facts.add(new RouteTable("rtb-1", "vpc-1", true, Set.of(), Set.of(), List.of(routes)));
    return this;
  }

  private ReachTest group(String id, SecurityGroup.Rule... ingress) {
    facts.add(new SecurityGroup(id, "vpc-1", List.of(ingress), List.of(allow("0.0.0.0/0"))));
    return this;
  }

  private NetworkInterface at(String id, String address, boolean open, String group) {
    var at =
        new NetworkInterface(
            id,
            "vpc-1",
            "subnet-1",
            List.of(
                new NetworkInterface.Private(
                    Address.of(address).orElseThrow(),
                    open ? Address.of("203.0.113.9") : Optional.empty())),
            List.of(),
            Set.of(group),
            "interface",
            "",
            "");
    facts.add(at);
    return at;
  }

  private Reach reach() {
    return new Reach(Network.of(facts));
  }

  private ReachAnswer internet(NetworkInterface to) {
    return reach().fromInternet(to, AddressSet.INTERNET, Protocol.TCP, PORT);
  }

  @Test
  void anOpenGroupOnAPublicAddressWithARouteIsReached() {
    vpc(OPEN_ACL, LOCAL, OUT).group("sg-1", allow("0.0.0.0/0"));
    assertThat(internet(at("eni-1", "10.0.0.10", true, "sg-1")))
        .isInstanceOfSatisfying(
            Reachable.class,
            open -> {
              assertThat(open.hops())
                  .extracting(Hop::kind)
                  .containsExactly(
                      Hop.Kind.INTERNET,
                      Hop.Kind.INTERNET_GATEWAY,
                      Hop.Kind.NETWORK_ACL,
                      Hop.Kind.SECURITY_GROUP,
                      Hop.Kind.INTERFACE);
              assertThat(open.witness().words()).endsWith("to 203.0.113.9:11434");
            });
  }

  @Test
  void anOpenGroupWithoutAPublicAddressIsShut() {
    vpc(OPEN_ACL, LOCAL, OUT).group("sg-1", allow("0.0.0.0/0"));
    assertThat(internet(at("eni-1", "10.0.0.10", false, "sg-1")))
        .isInstanceOfSatisfying(
            Blocked.class, shut -> assertThat(shut.why()).anyMatch(w -> w.contains("no public")));
  }

  @Test
  void withoutARouteBackNothingIsAnswered() {
    vpc(OPEN_ACL, LOCAL).group("sg-1", allow("0.0.0.0/0"));
    assertThat(internet(at("eni-1", "10.0.0.10", true, "sg-1")))
        .isInstanceOfSatisfying(
            OneWay.class, half -> assertThat(half.why()).anyMatch(w -> w.contains("no route")));
  }

  @Test
  void theBlockOfARegionShutsAllButWhatIsExempt() {
    vpc(OPEN_ACL, LOCAL, OUT).group("sg-1", allow("0.0.0.0/0"));
    var at = at("eni-1", "10.0.0.10", true, "sg-1");
    facts.add(new InternetBlock(OWN, "eu-central-1", "block-bidirectional", Map.of()));
    assertThat(internet(at)).isInstanceOf(Blocked.class);
    assertThat(reach().toInternet(at, AddressSet.INTERNET, Protocol.TCP, PORT))
        .isInstanceOf(Blocked.class);
    facts.removeLast();
    facts.add(
        new InternetBlock(
            OWN, "eu-central-1", "block-bidirectional", Map.of("subnet-1", "allow-egress")));
    assertThat(internet(at)).isInstanceOf(Blocked.class);
    assertThat(reach().toInternet(at, AddressSet.INTERNET, Protocol.TCP, PORT))
        .isInstanceOf(Reachable.class);
  }

  @Test
  void aDenialBeforeAnAllowanceCounts() {
    var acl =
        new NetworkAcl(
            "acl-1",
            "vpc-1",
            Set.of("subnet-1"),
            List.of(
                entry(200, true, PortSet.ALL, "0.0.0.0/0"), entry(100, false, PORT, "0.0.0.0/0")),
            List.of(entry(100, true, PortSet.ALL, "0.0.0.0/0")));
    vpc(acl, LOCAL, OUT).group("sg-1", allow("0.0.0.0/0"));
    var to = at("eni-1", "10.0.0.10", true, "sg-1");
    assertThat(internet(to)).isInstanceOf(Blocked.class);
    assertThat(reach().fromInternet(to, AddressSet.INTERNET, Protocol.TCP, PortSet.of(443)))
        .isInstanceOf(Reachable.class);
  }

  @Test
  void anAclThatLetsOutNoHighPortsLetsOutNoAnswer() {
    var acl =
        new NetworkAcl(
            "acl-1",
            "vpc-1",
            Set.of("subnet-1"),
            List.of(entry(100, true, PortSet.ALL, "0.0.0.0/0")),
            List.of(entry(100, false, PortSet.range(0, 65535), "0.0.0.0/0")));
    vpc(acl, LOCAL, OUT).group("sg-1", allow("0.0.0.0/0"));
    assertThat(internet(at("eni-1", "10.0.0.10", true, "sg-1"))).isInstanceOf(OneWay.class);
  }

  @Test
  void aGroupOpenToItselfIsOpenToItsMembersAlone() {
    vpc(OPEN_ACL, LOCAL, OUT)
        .group("sg-1", allow(new Peer.Members("sg-1", OWN)))
        .group("sg-2", allow("0.0.0.0/0"));
    var first = at("eni-1", "10.0.0.10", true, "sg-1");
    var second = at("eni-2", "10.0.0.11", false, "sg-1");
    var other = at("eni-3", "10.0.0.12", false, "sg-2");
    assertThat(internet(first)).isInstanceOf(Blocked.class);
    assertThat(reach().between(second, first, Protocol.TCP, PORT)).isInstanceOf(Reachable.class);
    assertThat(reach().between(other, first, Protocol.TCP, PORT)).isInstanceOf(Blocked.class);
  }

  @Test
  void aPrefixListThatIsNotKnownMayHoldAnybody() {
    vpc(OPEN_ACL, LOCAL, OUT).group("sg-1", allow("198.51.100.0/24"), allow(new Peer.List("pl-x")));
    assertThat(internet(at("eni-1", "10.0.0.10", true, "sg-1")))
        .isInstanceOfSatisfying(
            Reachable.class,
            open -> {
              assertThat(open.far()).isEqualTo(block("198.51.100.0/24"));
              assertThat(open.mayFar().containsAll(block("8.0.0.0/8"))).isTrue();
              assertThat(open.open()).anyMatch(w -> w.contains("pl-x"));
            });
  }

  @Test
  void behindAFirewallItsRulesDecide() {
    vpc(OPEN_ACL, LOCAL, new Route("0.0.0.0/0", new RouteTarget.ToEndpoint("vpce-fw"), false))
        .group("sg-1", allow("0.0.0.0/0"));
    facts.add(
        new Endpoint(
            "vpce-fw", "vpc-1", "GatewayLoadBalancer", "svc", Set.of("subnet-2"), "arn:fw"));
    facts.add(
        new RouteTable("rtb-2", "vpc-1", false, Set.of("subnet-2"), Set.of(), List.of(LOCAL, OUT)));
    var from = at("eni-1", "10.0.0.10", true, "sg-1");
    assertThat(reach().toInternet(from, AddressSet.INTERNET, Protocol.TCP, PORT))
        .isInstanceOfSatisfying(
            Unknown.class,
            open -> {
              assertThat(open.hops()).contains(new Hop(Hop.Kind.FIREWALL, "vpce-fw"));
              assertThat(open.why()).anyMatch(w -> w.contains("arn:fw"));
            });
  }

  @Test
  void aPeerReachesOnlyWhatAnswersIt() {
    var peering =
        new Peering(
            "pcx-1",
            true,
            new Peering.Side("444455556666", "vpc-9", block("10.9.0.0/16")),
            new Peering.Side(OWN, "vpc-1", block("10.0.0.0/16")));
    vpc(OPEN_ACL, LOCAL).group("sg-1", allow("10.0.0.0/8"));
    facts.add(peering);
    var to = at("eni-1", "10.0.0.10", false, "sg-1");
    assertThat(reach().fromPeering(peering, to, Protocol.TCP, PORT)).isInstanceOf(OneWay.class);
    facts.removeIf(each -> each instanceof RouteTable);
    facts.add(
        new RouteTable(
            "rtb-1",
            "vpc-1",
            true,
            Set.of(),
            Set.of(),
            List.of(LOCAL, new Route("10.9.1.0/24", new RouteTarget.ToPeering("pcx-1"), false))));
    assertThat(reach().fromPeering(peering, to, Protocol.TCP, PORT))
        .isInstanceOfSatisfying(
            Reachable.class, open -> assertThat(open.far()).isEqualTo(block("10.9.1.0/24")));
  }

  @Test
  void aTransitGatewayOfAnotherAccountLeavesItOpen() {
    vpc(OPEN_ACL, LOCAL, new Route("10.0.0.0/8", new RouteTarget.ToTransitGateway("tgw-1"), false))
        .group("sg-1", allow("10.0.0.0/8"));
    facts.add(
        new TransitAttachment(
            "tgw-attach-1", "tgw-1", "vpc", "vpc-1", OWN, Set.of("subnet-2"), "tgw-rtb-far"));
    var to = at("eni-1", "10.0.0.10", false, "sg-1");
    assertThat(reach().fromTransit("tgw-1", to, Protocol.TCP, PORT))
        .isInstanceOfSatisfying(
            Unknown.class,
            open -> assertThat(open.why()).anyMatch(w -> w.contains("SearchTransitGatewayRoutes")));
  }

  @Test
  void aBalancerCarriesTheInternetToAPrivateTarget() {
    vpc(OPEN_ACL, LOCAL, OUT)
        .group("sg-lb", allow("0.0.0.0/0"))
        .group("sg-1", allow(new Peer.Members("sg-lb", OWN)));
    var to = at("eni-1", "10.0.0.10", false, "sg-1");
    facts.add(
        new NetworkInterface(
            "eni-lb",
            "vpc-1",
            "subnet-2",
            List.of(
                new NetworkInterface.Private(
                    Address.of("10.0.1.10").orElseThrow(), Address.of("203.0.113.10"))),
            List.of(),
            Set.of("sg-lb"),
            "interface",
            "",
            "ELB app/shop/50dc6c495c0c9188"));
    var arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
    facts.add(
        new LoadBalancer(
            arn + "loadbalancer/app/shop/50dc6c495c0c9188",
            "vpc-1",
            "application",
            true,
            List.of(new LoadBalancer.Listener(443, "HTTPS", Set.of(arn + "targetgroup/t/1")))));
    facts.add(
        new TargetGroup(
            arn + "targetgroup/t/1",
            "vpc-1",
            "ip",
            "HTTP",
            false,
            List.of(new TargetGroup.Target("10.0.0.10", 11434)),
            true));
    assertThat(internet(to)).isInstanceOf(Blocked.class);
    var ways = new BalancedReach(reach()).fromInternet(to, AddressSet.INTERNET, Protocol.TCP, PORT);
    assertThat(ways)
        .singleElement()
        .satisfies(
            way ->
                assertThat(way.answer())
                    .isInstanceOfSatisfying(
                        Reachable.class,
                        open -> {
                          assertThat(open.hops().getFirst().kind()).isEqualTo(Hop.Kind.INTERNET);
                          assertThat(open.hops().getLast().id()).isEqualTo("eni-1");
                        }));
  }

  @Test
  void whatIsNotDescribedIsSaidWithItsCall() {
    facts.add(new Vpc("vpc-1", OWN, "eu-central-1", block("10.0.0.0/16")));
    facts.add(new InternetGateway("igw-1", Set.of("vpc-1"), false));
    group("sg-1", allow("0.0.0.0/0"));
    assertThat(internet(at("eni-1", "10.0.0.10", true, "sg-1")))
        .isInstanceOfSatisfying(
            Unknown.class,
            open -> assertThat(open.why()).anyMatch(w -> w.contains("ec2:DescribeNetworkAcls")));
  }
}
