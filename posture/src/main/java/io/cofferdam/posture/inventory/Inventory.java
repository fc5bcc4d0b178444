package io.cofferdam.posture.inventory;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All resources of a snapshot, and what could not be learnt of whole accounts and regions.
///
/// @param resources in the order of their ids
/// @param gaps lists that gave no answer, so that resources may be missing
public record Inventory(List<Resource> resources, List<ListGap> gaps) {
  public Inventory {
    resources = List.copyOf(resources);
    gaps = List.copyOf(gaps);
  }

  /// A list of resources that gave no answer.
  public record ListGap(String account, String region, String type, Gap gap) {}

  public Map<String, List<Resource>> byType() {
    return resources.stream().collect(Collectors.groupingBy(Resource::type));
  }
}
