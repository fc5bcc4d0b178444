package io.cofferdam.posture.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.List;

/// A resource while its facts are gathered. Several calls may add to it at the same time.
final class Draft {
  private final String type;
  private final String id;
  private final String name;
  private final String account;
  private final String region;
  private final String regionFrom;
  private final ObjectNode facts;
  private final List<Gap> gaps = new ArrayList<>();

  /// @param regionFrom the template that tells where it is once all facts are there, or empty
  Draft(
      String type,
      String id,
      String name,
      String account,
      String region,
      String regionFrom,
      ObjectNode facts) {
    this.type = type;
    this.id = id;
    this.name = name;
    this.account = account;
    this.region = region;
    this.regionFrom = regionFrom;
    this.facts = facts;
  }

  String account() {
    return account;
  }

  /// What the resources that a list about this one tells of know of it: `id` and `name`.
  ObjectNode reference() {
    return empty().put("id", id).put("name", name);
  }

  String region() {
    return region;
  }

  synchronized ObjectNode facts() {
    return facts;
  }

  /// Adds a fact; the pages of a list become one array.
  synchronized void put(String fact, JsonNode value) {
    if (facts.get(fact) instanceof ObjectNode before && value instanceof ObjectNode more) {
      join(before, more);
    } else {
      facts.set(fact, value);
    }
  }

  private static void join(ObjectNode before, ObjectNode more) {
    more.properties()
        .forEach(
            each -> {
              var known = before.get(each.getKey());
              if (known != null && known.isArray() && each.getValue().isArray()) {
                each.getValue()
                    .forEach(((com.fasterxml.jackson.databind.node.ArrayNode) known)::add);
              } else {
                before.set(each.getKey(), each.getValue());
              }
            });
  }

  synchronized void miss(Gap gap) {
    if (gaps.stream().noneMatch(known -> known.fact().equals(gap.fact()))) {
      gaps.add(gap);
    }
  }

  synchronized Resource done() {
    var where =
        regionFrom.isEmpty()
            ? region
            : Facts.fill(regionFrom, facts, account, region).orElse(region);
    return new Resource(type, id, name, account, where, facts, gaps);
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
