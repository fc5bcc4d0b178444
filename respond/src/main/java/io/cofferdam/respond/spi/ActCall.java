package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// One call to a cloud, by the names on its wire, and the permission that it needs.
///
/// A text `$state:/pointer` among the parameters stands for what the state read last has at that
/// place (RFC 6901): the identifier of something that an earlier step made.
///
/// @param service as the vendor's client names it: `s3`, `iam`
/// @param operation in the service's own words: `PutPublicAccessBlock`
/// @param region the region asked, or empty for a service that is the same everywhere
/// @param parameters the request's members by their names on the wire; not to be changed
public record ActCall(
    String service, String operation, String region, ObjectNode parameters, Permission permission) {
  public ActCall {
    parameters = parameters.deepCopy();
  }

  /// The same call with other parameters.
  public ActCall with(ObjectNode others) {
    return new ActCall(service, operation, region, others, permission);
  }

  /// `s3 PutPublicAccessBlock`
  public String words() {
    return service + " " + operation;
  }
}
