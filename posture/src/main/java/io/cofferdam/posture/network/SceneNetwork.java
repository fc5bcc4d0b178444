package io.cofferdam.posture.network;

import io.cofferdam.access.network.fact.Network;
import io.cofferdam.access.network.fact.NetworkInterface;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.BalancedReach;
import io.cofferdam.access.network.reach.BalancedReach.Front;
import io.cofferdam.access.network.reach.BalancedReach.Way;
import io.cofferdam.access.network.reach.Protocol;
import io.cofferdam.access.network.reach.Reach;
import io.cofferdam.access.network.reach.ReachAnswer;
import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Carried;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The networks of a scene and questions about them; made once for a scene. Thread-safe.
public final class SceneNetwork implements Carried {
  private static final Set<String> APART =
      Set.of("account", "s3-bucket", "kms-key", "kms-alias", "iam-role", "cloudtrail-trail");

  private final Network network;
  private final Reach reach;
  private final BalancedReach balanced;
  private final Map<String, ReachAnswer> direct = new ConcurrentHashMap<>();
  private final Map<String, ReachAnswer> outward = new ConcurrentHashMap<>();

  private SceneNetwork(Network network) {
    this.network = network;
    this.reach = new Reach(network);
    this.balanced = new BalancedReach(reach);
  }

  /// Kept where nothing changed but resources that no network is read from.
  @Override
  public Optional<SceneNetwork> after(Scene later, Change change) {
    return change.touched().stream().allMatch(each -> APART.contains(each.resource().type()))
        ? Optional.of(this)
        : Optional.empty();
  }

  public static SceneNetwork of(Scene scene) {
    return scene.derived(
        SceneNetwork.class,
        each -> new SceneNetwork(new NetworkReading(each.inventory()).network()));
  }

  public Network network() {
    return network;
  }

  public Reach reach() {
    return reach;
  }

  /// The interface that a resource of type `network-interface` is.
  public Optional<NetworkInterface> at(Resource resource) {
    return network.find(
        NetworkInterface.class, resource.fact("NetworkInterfaceId").asText(resource.name()));
  }

  /// The interfaces in which a load balancer stands.
  public List<NetworkInterface> ofBalancer(String arn) {
    return balanced.standing(arn);
  }

  /// Whether more than a few addresses of the internet can connect to an interface.
  public Ternary anybodyReaches(NetworkInterface to) {
    return switch (fromInternet(to)) {
      case ReachAnswer.Reachable open when Breadth.anybody(open.far()) -> Ternary.TRUE;
      case ReachAnswer.Reachable open when Breadth.anybody(open.mayFar()) -> Ternary.UNKNOWN;
      case ReachAnswer.Unknown open when Breadth.anybody(open.mayFar()) -> Ternary.UNKNOWN;
      default -> Ternary.FALSE;
    };
  }

  /// Whether anybody reaches a load balancer through a network load balancer that forwards to it.
  ///
  /// @param balancer its ARN
  public Ternary anybodyPassesTo(String balancer) {
    var open = Ternary.FALSE;
    for (var front : balanced.before(balancer)) {
      var standing = ofBalancer(front.balancer().id());
      if (front.balancer().internetFacing() && standing.isEmpty()) {
        open = open.or(Ternary.UNKNOWN);
      }
      for (var at : standing) {
        open = open.or(anybodyReaches(at));
      }
    }
    return open;
  }

  /// Whether the internet can connect to any port of an interface itself, over TCP.
  public ReachAnswer fromInternet(NetworkInterface to) {
    return direct.computeIfAbsent(
        to.id(),
        id -> reach.fromInternet(to, AddressSet.INTERNET, Protocol.TCP, PortSet.range(1, 65_535)));
  }

  /// Whether an interface can connect to any port on the internet, over TCP.
  public ReachAnswer toInternet(NetworkInterface from) {
    return outward.computeIfAbsent(
        from.id(),
        id -> reach.toInternet(from, AddressSet.INTERNET, Protocol.TCP, PortSet.range(1, 65_535)));
  }

  /// The listeners that forward to an interface, over other balancers, too.
  public List<Front> fronts(NetworkInterface to) {
    return balanced.allBefore(to);
  }

  /// The ways from the internet to an interface through load balancers, shut ones among them. The
  /// hops of each answer are the picture of the way, the internet first.
  public List<Way> balanced(NetworkInterface to, PortSet ports) {
    return balanced.fromInternet(to, AddressSet.INTERNET, Protocol.TCP, ports);
  }
}
