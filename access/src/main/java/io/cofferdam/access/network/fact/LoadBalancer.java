package io.cofferdam.access.network.fact;

import java.util.List;
import java.util.Set;

/// A load balancer.
///
/// @param id its ARN
/// @param kind `application`, `network` or `gateway`
/// @param internetFacing whether its name resolves to public addresses
public record LoadBalancer(
    String id, String vpc, String kind, boolean internetFacing, List<Listener> listeners)
    implements Fact {
  public LoadBalancer {
    listeners = List.copyOf(listeners);
  }

  /// A port on which it listens.
  ///
  /// @param protocol `HTTP`, `HTTPS`, `TCP`, `TLS`, `UDP`, `TCP_UDP`, ...
  /// @param targetGroups the ARNs of all groups that its rules or default forward to
  public record Listener(int port, String protocol, Set<String> targetGroups) {
    public Listener {
      targetGroups = Set.copyOf(targetGroups);
    }
  }

  /// `app/shop/50dc6c495c0c9188`: how the descriptions of its interfaces name it.
  public String path() {
    return path(id);
  }

  /// The same of an ARN.
  public static String path(String arn) {
    int at = arn.indexOf(":loadbalancer/");
    return at < 0 ? arn : arn.substring(at + ":loadbalancer/".length());
  }
}
