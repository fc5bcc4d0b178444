package io.cofferdam.access.network.fact;

/// One route. Among those that match, the longest prefix wins, then a static block, then a prefix
/// list, then a propagated one (VPC user guide, route priority).
///
/// @param destination a block (`10.0.0.0/16`) or the id of a prefix list (`pl-...`)
public record Route(String destination, RouteTarget target, boolean propagated) {
  public boolean byPrefixList() {
    return destination.startsWith("pl-");
  }
}
