package io.cofferdam.access.azure.network;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.azure.rbac.Scope;

/// Where a request comes from.
public sealed interface Origin {

  /// By the public endpoint.
  ///
  /// @param address a single address
  record Internet(Addresses address) implements Origin {}

  /// By the public endpoint, from a subnet with a service endpoint.
  record Subnet(Scope id) implements Origin {}

  /// By a private endpoint of the resource.
  record PrivateEndpoint(Scope id) implements Origin {}

  /// From an instance of an Azure service, with its identity.
  record Resource(Scope id) implements Origin {}

  /// From a service on Microsoft's list of trusted services.
  record TrustedService() implements Origin {}

  /// Not told.
  record Untold() implements Origin {}
}
