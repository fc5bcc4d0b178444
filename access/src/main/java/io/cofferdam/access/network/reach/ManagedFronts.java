package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.fact.Fact;
import io.cofferdam.access.network.fact.InternetFront;
import io.cofferdam.access.network.fact.InternetGateway;
import io.cofferdam.access.network.fact.Missing;
import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.fact.ServiceFront;
import io.cofferdam.access.network.fact.Vpc;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.Flows;
import io.cofferdam.access.network.packet.Flows.End;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.Filters.Remote;
import java.util.List;

/// What of the provider's may carry connections to an interface past routes. Where one may, or the
/// list of them was not read, the question stays open. Thread-safe.
final class ManagedFronts {
  private final Network network;
  private final Reach reach;

  ManagedFronts(Network network, Reach reach) {
    this.network = network;
    this.reach = reach;
  }

  /// Opens a question from the internet, as far as a front may carry it.
  void internet(
      NetworkInterface to,
      AddressSet sources,
      Protocol protocol,
      PortSet ports,
      Findings findings) {
    for (var front : network.all(InternetFront.class)) {
      var carried = ports.and(front.ports());
      if (front.leadsTo(to) && !carried.isEmpty()) {
        carry(front, to, sources, protocol, carried, findings);
      }
    }
    if (mayFaceInternet(to.vpc())) {
      missing(InternetFront.class, to.vpc())
          .forEach(why -> findings.open(hops(to), sources, ports, why));
    }
  }

  private void carry(
      InternetFront front,
      NetworkInterface to,
      AddressSet sources,
      Protocol protocol,
      PortSet ports,
      Findings findings) {
    if (!front.keepsSource()) {
      findings.open(hops(to), sources, ports, front.why());
      return;
    }
    for (var near : Reach.privately(to)) {
      var start =
          Leg.of(
              Flows.of(sources.and(Reach.family(near)), PortSet.ALL, ports),
              near,
              End.NEAR,
              new Hop(Hop.Kind.INTERNET, ""));
      var let = reach.received(start, to, protocol, new Remote.Public(), findings);
      if (!let.dead()) {
        findings.open(hops(to), let.possible().addresses(), ports, front.why());
      }
    }
  }

  /// Why somebody on the internet may connect to ports of an interface through something that takes
  /// the client's place, so that what stands behind does not see the client.
  List<String> standingIn(NetworkInterface to, PortSet ports) {
    return network.all(InternetFront.class).stream()
        .filter(each -> !each.keepsSource() && each.leadsTo(to))
        .filter(each -> !each.ports().and(ports).isEmpty())
        .map(InternetFront::why)
        .toList();
  }

  /// Fronts from the internet demand a gateway at the VPC.
  private boolean mayFaceInternet(String vpc) {
    return network.gatewaysOf(vpc).stream().anyMatch(each -> !each.egressOnly())
        || !missing(InternetGateway.class, vpc).isEmpty();
  }

  /// Why others may connect to an interface through a service front; empty where none may.
  List<String> services(NetworkInterface to) {
    var named =
        network.all(ServiceFront.class).stream()
            .filter(each -> each.leadsTo(to))
            .map(ServiceFront::why)
            .toList();
    return named.isEmpty() ? missing(ServiceFront.class, to.vpc()) : named;
  }

  /// Why a list was not read, for the account and region of a VPC as far as they are known.
  private List<String> missing(Class<? extends Fact> kind, String vpc) {
    var owner = network.find(Vpc.class, vpc);
    return network.missing().stream()
        .filter(each -> each.kind().equals(kind))
        .filter(
            each ->
                owner.isEmpty()
                    || (each.account().equals(owner.get().account())
                        && (each.region().isEmpty() || each.region().equals(owner.get().region()))))
        .map(Missing::why)
        .distinct()
        .toList();
  }

  private static List<Hop> hops(NetworkInterface to) {
    return List.of(new Hop(Hop.Kind.INTERNET, ""), Reach.hop(to));
  }
}
