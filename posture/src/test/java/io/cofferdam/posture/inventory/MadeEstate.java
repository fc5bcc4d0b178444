package io.cofferdam.posture.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An inventory made resource by resource, from facts in the shape in which services tell them.
public final class MadeEstate {
  public static final String OWN = "111122223333";
  public static final String HERE = "eu-central-1";
  public static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Resource> resources = new ArrayList<>();
  private final List<ListGap> gaps = new ArrayList<>();

  /// An estate with one account and one region of which nothing else is known.
  public MadeEstate() {
    resources.add(made(Inventory.ACCOUNT, "arn:aws:iam::" + OWN + ":root", "", "{}"));
  }

  /// Adds a resource; its id is an ARN made of type and name. Single quotes in the facts stand for
  /// double ones.
  public MadeEstate with(String type, String name, String facts, String... missing) {
    return add(type, arn(type, name), HERE, facts, missing);
  }

  /// Adds a resource with an id and a region of its own.
  public MadeEstate add(String type, String id, String region, String facts, String... missing) {
    resources.add(made(type, id, region, facts, missing));
    return this;
  }

  /// What is known of the region.
  public MadeEstate region(String facts, String... missing) {
    return regionOf(HERE, facts, missing);
  }

  public MadeEstate regionOf(String region, String facts, String... missing) {
    return add(
        Inventory.REGION, "arn:aws:account::" + OWN + ":region/" + region, region, facts, missing);
  }

  /// A list that was denied.
  public MadeEstate unlisted(String type) {
    return unlisted(type, HERE);
  }

  /// A type that could not be listed in a region.
  public MadeEstate unlisted(String type, String region) {
    gaps.add(new ListGap(OWN, region, type, gap(type)));
    return this;
  }

  public static String arn(String type, String name) {
    return "arn:aws:" + type + ":" + HERE + ":" + OWN + ":" + name;
  }

  private static Resource made(
      String type, String id, String region, String facts, String... missing) {
    return new Resource(
        type,
        id,
        id.substring(Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')) + 1),
        OWN,
        region,
        json(facts),
        List.of(missing).stream().map(MadeEstate::gap).toList());
  }

  private static Gap gap(String fact) {
    return new Gap(fact, "service Get", "service:Get", CallOutcome.DENIED, "denied");
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException(bad);
    }
  }

  public Inventory inventory() {
    return new Inventory(
        resources.stream()
            .sorted(Comparator.comparing(Resource::id).thenComparing(Resource::type))
            .toList(),
        gaps);
  }

  public Scene scene() {
    return Scene.of(inventory(), NOW);
  }

  public Scene scene(DataMap map) {
    return new Scene(inventory(), map, NOW);
  }

  /// The resource of a type, where there is one.
  public Resource the(String type) {
    return resources.stream().filter(each -> each.type().equals(type)).findFirst().orElseThrow();
  }
}
