package io.cofferdam.posture.scene;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which class the data of a resource has: what the data map says, else what its tags say. Where a
/// resource holds several stores, the most sensitive of them decides.
final class DataClasses {
  private static final Set<String> USUAL_TAGS =
      Set.of("data-class", "data_class", "dataclass", "classification", "data-classification");

  /// Classes of personal data whose loss weighs heaviest: GDPR Art. 9 and 10, and what opens
  /// accounts.
  private static final Set<String> GRAVE =
      Set.of(
          "health",
          "biometric",
          "genetic",
          "religion",
          "ethnicity",
          "political",
          "sexual",
          "criminal",
          "payment-card",
          "credentials",
          "government-id");

  private final Map<String, Sensitivity> ofMap = new HashMap<>();
  private final String tag;

  DataClasses(DataMap map) {
    this.tag = map.expected().classTag();
    for (var store : map.stores()) {
      of(store)
          .ifPresent(
              each ->
                  ofMap.merge(store.resource().id(), each, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }
  }

  private static Optional<Sensitivity> of(Store store) {
    if (store.dataClasses().stream().anyMatch(GRAVE::contains)) {
      return Optional.of(Sensitivity.RESTRICTED);
    }
    if (store.personalData() == Ternary.TRUE || !store.artefact().isEmpty()) {
      return Optional.of(Sensitivity.CONFIDENTIAL);
    }
    return store.personalData() == Ternary.FALSE
        ? Optional.of(Sensitivity.INTERNAL)
        : Optional.empty();
  }

  Optional<Sensitivity> of(Resource resource) {
    var told = ofMap.get(resource.id());
    return told != null ? Optional.of(told) : tagged(resource);
  }

  private Optional<Sensitivity> tagged(Resource resource) {
    return values(resource).stream()
        .map(Sensitivity::of)
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /// The value of the tag that tells the class, whether or not it is one.
  Optional<String> tag(Resource resource) {
    return values(resource).stream().sorted().findFirst();
  }

  private List<String> values(Resource resource) {
    return tags(resource).entrySet().stream()
        .filter(
            each ->
                tag.isEmpty()
                    ? USUAL_TAGS.contains(each.getKey().toLowerCase(Locale.ROOT))
                    : each.getKey().equals(tag))
        .map(Map.Entry::getValue)
        .toList();
  }

  /// Tags in the shapes in which services tell them: a list of `Key` and `Value` (or `key`,
  /// `value`, `TagKey`, `TagValue`), or an object; as the fact `tags` or `Tags`.
  static Map<String, String> tags(Resource resource) {
    var tags = new HashMap<String, String>();
    for (var name : List.of("tags", "Tags", "TagSet", "TagList")) {
      var node = resource.fact(name);
      if (node.isObject()) {
        node.properties().forEach(each -> tags.put(each.getKey(), each.getValue().asText("")));
      }
      for (var each : items(node)) {
        tags.put(first(each, "Key", "key", "TagKey"), first(each, "Value", "value", "TagValue"));
      }
    }
    return tags;
  }

  private static List<JsonNode> items(JsonNode node) {
    var items = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(items::add);
    }
    return items;
  }

  private static String first(JsonNode node, String... names) {
    for (var name : names) {
      if (node.path(name).isTextual()) {
        return node.path(name).asText();
      }
    }
    return "";
  }
}
