package io.cofferdam.access.network.fact;

import java.util.List;
import java.util.Set;

/// A route table of a transit gateway.
///
/// @param id `tgw-rtb-...`
/// @param complete whether all its routes are here
public record TransitRoutes(String id, List<Line> lines, boolean complete) implements Fact {
  public TransitRoutes {
    lines = List.copyOf(lines);
  }

  /// One route.
  ///
  /// @param block `10.0.0.0/16`, or the id of a prefix list
  /// @param attachments where it leads; several share the packets; none: packets are dropped
  public record Line(String block, Set<String> attachments) {
    public Line {
      attachments = Set.copyOf(attachments);
    }
  }
}
