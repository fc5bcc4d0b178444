package io.cofferdam.posture.edge;

import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Resource;
import java.util.List;
import java.util.Optional;

/// A place at which calls come in.
///
/// @param entry the API, balancer, function address, service or distribution
/// @param open whether the public reaches it at all
/// @param lanes its ways to models; none where it leads to no model
/// @param acls the web ACLs attached to it
/// @param unknown what would have to be known to tell its lanes, each with its call
public record Front(
    Resource entry, Ternary open, List<Lane> lanes, List<Resource> acls, List<String> unknown) {
  public Front {
    lanes = List.copyOf(lanes);
    acls = List.copyOf(acls);
    unknown = List.copyOf(unknown);
  }

  /// A rule of a web ACL here that blocks whoever calls too often.
  Optional<String> rateRule() {
    return acls.stream().flatMap(acl -> Acls.rateRules(acl).stream()).findFirst();
  }
}
