package io.cofferdam.respond.exposure;

import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One act that set a setting of a storage account or container.
///
/// @param subscription it was logged in
record AzureChange(
    ResourceId resource, AzureSetting.Name name, String subscription, Change<AzureSetting> change) {

  /// Two acts with equal keys are one act told twice.
  record Key(ResourceId resource, AzureSetting.Name name, Instant time, String words, String id) {}

  Key key() {
    return new Key(resource, name, change.time(), change.words(), change.ref().id());
  }

  static AzureChange first(AzureChange one, AzureChange other) {
    var byInput = Integer.compare(one.change.ref().input(), other.change.ref().input());
    var order =
        byInput != 0
            ? byInput
            : Long.compare(one.change.ref().record(), other.change.ref().record());
    return order <= 0 ? one : other;
  }
}
