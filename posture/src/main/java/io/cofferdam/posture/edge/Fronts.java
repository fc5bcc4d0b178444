package io.cofferdam.posture.edge;

import io.cofferdam.model.Ternary;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fronts of a scene; made once for it.
///
/// Cost: linear in the methods, routes, rules and origins.
public final class Fronts {
  private final Map<String, Front> fronts = new LinkedHashMap<>();
  private final List<String> open;
  private final Inventory inventory;

  private Fronts(Scene scene) {
    var to = new Destinations(scene);
    this.open = to.open();
    this.inventory = scene.inventory();
    inventory.ofType("rest-api").forEach(each -> put(new RestFront(scene, to).of(each)));
    inventory.ofType("http-api").forEach(each -> put(new HttpFront(to).of(each)));
    inventory.ofType("load-balancer").forEach(each -> put(new BalancerFront(scene, to).of(each)));
    inventory.ofType("lambda-url").forEach(each -> put(new OwnAddress(scene, to).function(each)));
    inventory
        .ofType("apprunner-service")
        .forEach(each -> put(new OwnAddress(scene, to).service(each)));
    inventory
        .ofType("cloudfront-distribution")
        .forEach(each -> put(new DistributionFront(scene, to, this).of(each)));
  }

  public static Fronts of(Scene scene) {
    // what it is made from is derived too, and must be there first
    io.cofferdam.posture.network.ModelPlaces.of(scene);
    return scene.derived(Fronts.class, Fronts::new);
  }

  private void put(Front front) {
    fronts.put(
        front.entry().type() + "\n" + front.entry().id(),
        front.unread(Acls.unread(front.entry(), inventory)));
  }

  /// Why fronts may lead to models that are not known.
  public List<String> open() {
    return List.copyOf(open);
  }

  /// The front that a resource is.
  public Optional<Front> at(Resource resource) {
    return Optional.ofNullable(fronts.get(resource.type() + "\n" + resource.id()));
  }

  /// Those that lead to a model, or may.
  public List<Front> toModels() {
    return fronts.values().stream()
        .filter(each -> !each.lanes().isEmpty() || !each.unknown().isEmpty())
        .toList();
  }

  /// The gaps in these facts, as what would have to be known.
  static List<String> gaps(Resource resource, String... facts) {
    return new ArrayList<>(resource.gapsOf(List.of(facts)).stream().map(Gap::words).toList());
  }

  static Ternary ternary(boolean value) {
    return value ? Ternary.TRUE : Ternary.FALSE;
  }
}
