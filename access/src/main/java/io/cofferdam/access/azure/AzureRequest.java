package io.cofferdam.access.azure;

import io.cofferdam.access.azure.abac.Attributes;
import io.cofferdam.access.azure.network.Origin;
import java.time.Instant;

/// A request.
///
/// @param time when the service takes it
/// @param attributes those that do not follow from the rest: tags, versions, custom security
///     attributes of the principal
public record AzureRequest(
    AzureTarget target,
    Credential credential,
    Origin origin,
    boolean https,
    Instant time,
    Attributes attributes) {

  AzureRequest with(Credential other) {
    return new AzureRequest(target, other, origin, https, time, attributes);
  }

  AzureRequest with(AzureTarget other) {
    return new AzureRequest(other, credential, origin, https, time, attributes);
  }

  AzureRequest from(Origin other) {
    return new AzureRequest(target, credential, other, https, time, attributes);
  }
}
