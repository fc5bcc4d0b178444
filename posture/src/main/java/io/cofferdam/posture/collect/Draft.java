package io.cofferdam.posture.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A resource while its facts are gathered. Several calls may add to it at the same time.
final class Draft {
  private final int step;
  private final String type;
  private final String id;
  private final String name;
  private final String account;
  private final String region;
  private final String regionFrom;
  private final ObjectNode facts;
  private final List<Gap> gaps = new ArrayList<>();

  /// @param step the number of the step that told of it
  /// @param regionFrom the template that tells where it is once all facts are there, or empty
  Draft(
      int step,
      String type,
      String id,
      String name,
      String account,
      String region,
      String regionFrom,
      ObjectNode facts) {
    this.step = step;
    this.type = type;
    this.id = id;
    this.name = name;
    this.account = account;
    this.region = region;
    this.regionFrom = regionFrom;
    this.facts = facts;
  }

  /// Whether this one is kept where two have one id; does not depend on which came first.
  boolean before(Draft other) {
    return step != other.step
        ? step < other.step
        : facts.toString().compareTo(other.facts.toString()) < 0;
  }

  String type() {
    return type;
  }

  String id() {
    return id;
  }

  String account() {
    return account;
  }

  /// What the resources that a list about this one tells of know of it: `id` and `name`.
  ObjectNode reference() {
    return empty().put("id", id).put("name", name);
  }

  /// A template filled with the facts known by now.
  synchronized Optional<String> fill(String template, String inRegion) {
    return Facts.fill(template, facts, account, inRegion);
  }

  /// Whether a fact is there, and is not `false`.
  synchronized boolean has(String path) {
    var fact = Facts.at(facts, path);
    return !fact.isMissingNode() && !(fact.isBoolean() && !fact.asBoolean());
  }

  /// Where it is, by the facts known by now; empty where that is not known.
  synchronized String where() {
    return regionFrom.isEmpty()
        ? region
        : Facts.fill(regionFrom, facts, account, region).orElse(region);
  }

  /// Adds a fact; the pages of a list become one array.
  synchronized void put(String fact, JsonNode value) {
    if (facts.get(fact) instanceof ObjectNode before && value instanceof ObjectNode more) {
      join(before, more);
    } else if (facts.get(fact) instanceof ArrayNode before && value instanceof ArrayNode more) {
      before.addAll(more);
    } else {
      facts.set(fact, value);
    }
  }

  private static void join(ObjectNode before, ObjectNode more) {
    more.properties()
        .forEach(
            each -> {
              var known = before.get(each.getKey());
              if (known instanceof ArrayNode array && each.getValue() instanceof ArrayNode next) {
                array.addAll(next);
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

  /// Why a fact is missing, where it is known that it is.
  synchronized Optional<Gap> gap(String fact) {
    return gaps.stream().filter(known -> known.fact().equals(fact)).findFirst();
  }

  synchronized Resource done() {
    gaps.sort(Comparator.comparing(Gap::fact).thenComparing(Gap::call));
    return new Resource(type, id, name, account, where(), facts, gaps);
  }

  static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
