package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One call to a cloud, by the names on its wire, and the permissions that it needs.
///
/// A text `$state:/pointer` among the parameters stands for what the state read last has at that
/// place (RFC 6901): the identifier of something that an earlier step made.
///
/// @param service as the vendor's client names it: `s3`, `iam`
/// @param operation in the service's own words: `PutPublicAccessBlock`
/// @param region the region asked, or empty for a service that is the same everywhere
/// @param parameters the request's members by their names on the wire; not to be changed
/// @param permission the one that is named like the call
/// @param besides others without which the service refuses the call: those of a log's delivery, of
///     a key, of tags
public record ActCall(
    String service,
    String operation,
    String region,
    ObjectNode parameters,
    Permission permission,
    List<Permission> besides) {
  public ActCall {
    parameters = parameters.deepCopy();
    besides = List.copyOf(besides);
  }

  /// A call that needs one permission.
  public ActCall(
      String service,
      String operation,
      String region,
      ObjectNode parameters,
      Permission permission) {
    this(service, operation, region, parameters, permission, List.of());
  }

  /// The same call with other parameters.
  public ActCall with(ObjectNode others) {
    return new ActCall(service, operation, region, others, permission, besides);
  }

  /// The same call, which needs more.
  public ActCall besides(Permission... more) {
    var all = new ArrayList<>(besides);
    all.addAll(List.of(more));
    return new ActCall(service, operation, region, parameters, permission, all);
  }

  /// All that it needs.
  public List<Permission> permissions() {
    var all = new ArrayList<Permission>();
    all.add(permission);
    all.addAll(besides);
    return List.copyOf(all);
  }

  /// All that it needs, in words: where a service refuses, it may mean any of them.
  public String permissionWords() {
    return permissions().stream().map(Permission::words).collect(Collectors.joining(", "));
  }

  /// `s3 PutPublicAccessBlock`
  public String words() {
    return service + " " + operation;
  }
}
