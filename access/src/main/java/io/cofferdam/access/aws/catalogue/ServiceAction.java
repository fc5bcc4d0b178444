package io.cofferdam.access.aws.catalogue;

import java.util.List;
import java.util.Set;

/// One action of a service.
///
/// @param service prefix, e.g. `s3`
/// @param name as AWS writes it, e.g. `GetObject`
/// @param required resource types of which a request names one each
/// @param optional resource types that a request may name instead or besides
/// @param conditionKeys the keys AWS documents for it and its resource types, placeholders
///     included; global keys that every request carries are not listed
public record ServiceAction(
    String service,
    String name,
    AccessLevel level,
    List<ResourceType> required,
    List<ResourceType> optional,
    Set<String> conditionKeys) {
  public ServiceAction {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
    conditionKeys = Set.copyOf(conditionKeys);
  }

  /// `s3:GetObject`.
  public String text() {
    return service + ":" + name;
  }

  public ResourceScope scope() {
    return required.isEmpty() && optional.isEmpty()
        ? ResourceScope.ONLY_ALL
        : ResourceScope.RESOURCES;
  }
}
