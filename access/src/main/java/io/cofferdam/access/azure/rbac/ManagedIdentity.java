package io.cofferdam.access.azure.rbac;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A managed identity and the compute it is attached to: whoever runs code there acts as it.
///
/// @param principalId Entra object id
/// @param resource of a user-assigned identity; empty for a system-assigned one
/// @param attachedTo the resources that may obtain its tokens
public record ManagedIdentity(
    String principalId, Optional<Scope> resource, List<Scope> attachedTo) {
  public ManagedIdentity {
    principalId = principalId.toLowerCase(Locale.ROOT);
    attachedTo = List.copyOf(attachedTo);
  }
}
