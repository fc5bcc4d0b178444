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
/// @param aclsUnread why further web ACLs may be attached
/// @param unknown what would have to be known to tell its lanes, each with its call
public record Front(
    Resource entry,
    Ternary open,
    List<Lane> lanes,
    List<Resource> acls,
    List<String> aclsUnread,
    List<String> unknown) {
  public Front {
    aclsUnread = List.copyOf(aclsUnread);
    lanes = List.copyOf(lanes);
    acls = List.copyOf(acls);
    unknown = List.copyOf(unknown);
  }

  /// A front of which every web ACL that is attached is known.
  public Front(
      Resource entry, Ternary open, List<Lane> lanes, List<Resource> acls, List<String> unknown) {
    this(entry, open, lanes, acls, List.of(), unknown);
  }

  /// The same with why further web ACLs may be attached.
  Front unread(List<String> acls) {
    return new Front(entry, open, lanes, this.acls, acls, unknown);
  }

  /// A rule of a web ACL here that blocks whoever calls too often.
  Optional<String> rateRule() {
    return acls.stream().flatMap(acl -> Acls.rateRules(acl).stream()).findFirst();
  }
}
