package io.cofferdam.access.network.fact;

import io.cofferdam.access.network.packet.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All facts about the networks of some accounts, indexed. Immutable and thread-safe.
public final class Network {
  private final Map<Class<? extends Fact>, Map<String, Fact>> facts = new HashMap<>();
  private final Map<String, RouteTable> tableOfSubnet = new HashMap<>();
  private final Map<String, RouteTable> mainTable = new HashMap<>();
  private final Map<String, RouteTable> tableOfGateway = new HashMap<>();
  private final Map<String, NetworkAcl> aclOfSubnet = new HashMap<>();
  private final Map<String, List<InternetGateway>> gatewaysOfVpc = new HashMap<>();
  private final Map<String, NetworkInterface> byAddress = new HashMap<>();
  private final Map<String, List<NetworkInterface>> byOwner = new HashMap<>();
  private final Map<String, List<TransitAttachment>> attachments = new HashMap<>();
  private final Map<String, List<TransitAttachment>> attachmentsAt = new HashMap<>();
  private final Map<String, List<Peering>> peerings = new HashMap<>();
  private final List<Missing> missing = new ArrayList<>();

  private Network() {}

  /// A network of these facts. Where two describe one thing, as an owner and a guest of a shared
  /// VPC do, the first counts.
  public static Network of(Collection<? extends Fact> facts) {
    var network = new Network();
    facts.forEach(network::add);
    return network;
  }

  private void add(Fact fact) {
    if (fact instanceof Missing list) {
      missing.add(list);
      return;
    }
    var known = facts.computeIfAbsent(fact.getClass(), kind -> new LinkedHashMap<>());
    if (known.putIfAbsent(fact.id(), fact) != null) {
      return;
    }
    switch (fact) {
      case RouteTable table -> {
        table.subnets().forEach(subnet -> tableOfSubnet.putIfAbsent(subnet, table));
        table.gateways().forEach(gateway -> tableOfGateway.putIfAbsent(gateway, table));
        if (table.main()) {
          mainTable.putIfAbsent(table.vpc(), table);
        }
      }
      case NetworkAcl acl -> acl.subnets().forEach(each -> aclOfSubnet.putIfAbsent(each, acl));
      case InternetGateway gateway ->
          gateway
              .vpcs()
              .forEach(vpc -> gatewaysOfVpc.computeIfAbsent(vpc, v -> list()).add(gateway));
      case NetworkInterface each -> index(each);
      case TransitAttachment each -> {
        attachments.computeIfAbsent(each.transitGateway(), t -> new ArrayList<>()).add(each);
        attachmentsAt.computeIfAbsent(each.resource(), r -> new ArrayList<>()).add(each);
      }
      case Peering each -> {
        var sides = new LinkedHashSet<>(List.of(each.requester().vpc()));
        sides.add(each.accepter().vpc());
        sides.forEach(vpc -> peerings.computeIfAbsent(vpc, v -> new ArrayList<>()).add(each));
      }
      default -> {}
    }
  }

  private static List<InternetGateway> list() {
    return new ArrayList<>();
  }

  private void index(NetworkInterface each) {
    each.addresses().forEach(at -> byAddress.putIfAbsent(key(each.vpc(), at.address()), each));
    each.v6().forEach(at -> byAddress.putIfAbsent(key(each.vpc(), at), each));
    if (!each.attachedTo().isEmpty()) {
      byOwner.computeIfAbsent(each.attachedTo(), o -> new ArrayList<>()).add(each);
    }
  }

  private static String key(String vpc, Address address) {
    return vpc + " " + address;
  }

  public <F extends Fact> Optional<F> find(Class<F> kind, String id) {
    return Optional.ofNullable(facts.getOrDefault(kind, Map.of()).get(id)).map(kind::cast);
  }

  public <F extends Fact> List<F> all(Class<F> kind) {
    return facts.getOrDefault(kind, Map.of()).values().stream().map(kind::cast).toList();
  }

  /// The table that routes what leaves a subnet.
  public Optional<RouteTable> tableOf(Subnet subnet) {
    return Optional.ofNullable(tableOfSubnet.get(subnet.id()))
        .or(() -> Optional.ofNullable(mainTable.get(subnet.vpc())));
  }

  /// The table that routes what comes in by a gateway, where one is associated with it.
  public Optional<RouteTable> tableOfGateway(String gateway) {
    return Optional.ofNullable(tableOfGateway.get(gateway));
  }

  public Optional<NetworkAcl> aclOf(String subnet) {
    return Optional.ofNullable(aclOfSubnet.get(subnet));
  }

  public List<InternetGateway> gatewaysOf(String vpc) {
    return gatewaysOfVpc.getOrDefault(vpc, List.of());
  }

  /// The interface that has a private address in a VPC.
  public Optional<NetworkInterface> at(String vpc, Address address) {
    return Optional.ofNullable(byAddress.get(key(vpc, address)));
  }

  /// The interfaces of an instance.
  public List<NetworkInterface> ofInstance(String instance) {
    return byOwner.getOrDefault(instance, List.of());
  }

  public List<TransitAttachment> attachmentsOf(String transitGateway) {
    return attachments.getOrDefault(transitGateway, List.of());
  }

  /// The attachments of a VPC, or of what else is attached, to transit gateways.
  public List<TransitAttachment> attachmentsAt(String resource) {
    return attachmentsAt.getOrDefault(resource, List.of());
  }

  /// The peering connections of which one side is this VPC.
  public List<Peering> peeringsOf(String vpc) {
    return peerings.getOrDefault(vpc, List.of());
  }

  /// Why a list of facts of the account and region of a VPC is not whole; empty where it is.
  public Optional<String> missing(Class<? extends Fact> kind, String vpc) {
    var owner = find(Vpc.class, vpc);
    return missing.stream()
        .filter(each -> each.kind().equals(kind))
        .filter(
            each ->
                owner.isEmpty()
                    || (each.account().equals(owner.get().account())
                        && (each.region().isEmpty() || each.region().equals(owner.get().region()))))
        .map(Missing::why)
        .findFirst()
        .or(
            () ->
                owner.isEmpty()
                    ? Optional.of(vpc + " is not described (ec2:DescribeVpcs)")
                    : Optional.empty());
  }

  /// Whether the block of public access of the VPC's region drops what its internet gateway
  /// carries.
  ///
  /// @param begunOutside whether somebody on the internet began the connection
  public boolean blocked(String vpc, String subnet, boolean begunOutside) {
    return find(Vpc.class, vpc)
        .flatMap(each -> find(InternetBlock.class, each.account() + " " + each.region()))
        .map(each -> each.drops(vpc, subnet, begunOutside))
        .orElse(false);
  }

  /// Everything that could not be read.
  public List<Missing> missing() {
    return List.copyOf(missing);
  }
}
