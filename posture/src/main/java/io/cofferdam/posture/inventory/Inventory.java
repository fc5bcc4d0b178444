package io.cofferdam.posture.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All resources of a snapshot, and what could not be learnt of whole accounts and regions.
public final class Inventory {
  /// The type of the pseudo-resource that holds what is known of a whole account.
  public static final String ACCOUNT = "account";

  /// The same for one region of an account.
  public static final String REGION = "region";

  private final List<Resource> resources;
  private final List<ListGap> gaps;
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, Resource> byId = new HashMap<>();
  private final Map<String, Resource> accounts = new HashMap<>();
  private final Map<String, Resource> regions = new HashMap<>();
  private final Map<String, Map<String, List<Resource>>> indexes = new ConcurrentHashMap<>();

  /// @param resources in the order of their ids
  /// @param gaps lists that gave no answer, so that resources may be missing
  public Inventory(List<Resource> resources, List<ListGap> gaps) {
    this.resources = List.copyOf(resources);
    this.gaps = List.copyOf(gaps);
    for (var resource : this.resources) {
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
      byId.putIfAbsent(resource.type() + "\n" + resource.id(), resource);
      if (resource.type().equals(ACCOUNT)) {
        accounts.putIfAbsent(resource.account(), resource);
      } else if (resource.type().equals(REGION)) {
        regions.putIfAbsent(resource.account() + "\n" + resource.region(), resource);
      }
    }
  }

  /// A list of resources that gave no answer.
  public record ListGap(String account, String region, String type, Gap gap) {}

  public List<Resource> resources() {
    return resources;
  }

  public List<ListGap> gaps() {
    return gaps;
  }

  /// The lists of one type that gave no answer: while there are any, a resource that is not found
  /// may still be there.
  public List<ListGap> gapsOf(String type) {
    return gaps.stream().filter(gap -> gap.type().equals(type)).toList();
  }

  public List<Resource> ofType(String type) {
    return Collections.unmodifiableList(byType.getOrDefault(type, List.of()));
  }

  public Optional<Resource> find(String type, String id) {
    return Optional.ofNullable(byId.get(type + "\n" + id));
  }

  public Optional<Resource> account(String account) {
    return Optional.ofNullable(accounts.get(account));
  }

  /// The region of an account as it was read; empty where it was not asked.
  public Optional<Resource> region(String account, String region) {
    return Optional.ofNullable(regions.get(account + "\n" + region));
  }

  /// The resources of a type of whose facts this is one, in the order of their ids. The first
  /// question for a path makes an index of all resources of the type, so that asking for each
  /// resource of another type stays linear.
  ///
  /// @param path as [Facts#items] takes it: an array on the way stands for each of its elements
  /// @param value a text, as JSON has it; numbers and flags by their words
  public List<Resource> where(String type, String path, String value) {
    return indexes
        .computeIfAbsent(type + "\n" + path, _ -> index(type, path))
        .getOrDefault(value, List.of());
  }

  private Map<String, List<Resource>> index(String type, String path) {
    Map<String, List<Resource>> index = new HashMap<>();
    for (var resource : ofType(type)) {
      Facts.items(resource.facts(), path).stream()
          .filter(JsonNode::isValueNode)
          .map(JsonNode::asText)
          .distinct()
          .forEach(each -> index.computeIfAbsent(each, _ -> new ArrayList<>()).add(resource));
    }
    index.replaceAll((_, found) -> List.copyOf(found));
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Inventory it && resources.equals(it.resources) && gaps.equals(it.gaps);
  }

  @Override
  public String toString() {
    return "Inventory" + resources + gaps;
  }

  @Override
  public int hashCode() {
    return 31 * resources.hashCode() + gaps.hashCode();
  }
}
