package io.cofferdam.posture.scene;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Notebook;
import io.cofferdam.posture.inventory.Resource;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One inventory with what the company says of it. What several controls work out from the whole of
/// it (the estate of the access engine, the graph of the network) is worked out once.
public final class Scene {
  private final Inventory inventory;
  private final DataMap map;
  private final Instant takenAt;
  private final TrustZone zone;
  private final DataClasses classes;
  private final Optional<AccessReviews> reviews;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

  /// While things are carried over from the scene before: what is still to be.
  private final Map<Class<?>, Object> due = new ConcurrentHashMap<>();

  private @Nullable Change change;

  /// @param takenAt when the inventory was read; ages are told against it, never against the clock
  public Scene(Inventory inventory, DataMap map, Instant takenAt) {
    this(inventory, map, takenAt, Optional.empty());
  }

  /// @param reviews the access reviews of a ledger, where one was given
  public Scene(Inventory inventory, DataMap map, Instant takenAt, Optional<AccessReviews> reviews) {
    this.inventory = inventory;
    this.map = map;
    this.takenAt = takenAt;
    this.zone = TrustZone.of(inventory, map);
    this.classes = new DataClasses(map);
    this.reviews = reviews;
  }

  /// A scene of which the company says nothing.
  public static Scene of(Inventory inventory, Instant takenAt) {
    return new Scene(inventory, DataMap.empty(), takenAt);
  }

  public Inventory inventory() {
    return inventory;
  }

  public DataMap map() {
    return map;
  }

  public Expectations expected() {
    return map.expected();
  }

  public Instant takenAt() {
    return takenAt;
  }

  /// The access reviews that people signed; empty where no ledger of them was given.
  public Optional<AccessReviews> reviews() {
    return reviews;
  }

  public TrustZone zone() {
    return zone;
  }

  /// The class of the data that a resource holds, where the data map or a tag tells it.
  public Optional<Sensitivity> sensitivity(Resource resource) {
    return classes.of(resource);
  }

  /// What the tag that tells a resource's class says, whether or not that is a class; empty where
  /// it has no such tag.
  public Optional<String> classTag(Resource resource) {
    return classes.tag(resource);
  }

  /// Tags in one shape, whatever the service's.
  public static Map<String, String> tags(Resource resource) {
    return DataClasses.tags(resource);
  }

  /// The resource's account as it was read.
  public Optional<Resource> account(Resource resource) {
    return inventory.account(resource.account());
  }

  /// The same scene with nothing worked out yet.
  public Scene afresh() {
    return new Scene(inventory, map, takenAt, reviews);
  }

  /// The scene after single resources changed. What was derived from this one is carried over where
  /// it can be ([Carried]), and else worked out anew when it is asked for.
  ///
  /// @param change all that is other than in the inventory of this scene
  public Scene after(Inventory later, Change change) {
    var scene = new Scene(later, map, takenAt, reviews);
    scene.due.putAll(derived);
    scene.change = change;
    derived.keySet().forEach(scene::carried);
    scene.change = null;
    scene.due.clear();
    return scene;
  }

  /// What was carried over from the scene before; empty where it was not there, or could not be.
  public <T> Optional<T> carried(Class<T> type) {
    var of = change;
    if (of != null && due.remove(type) instanceof Carried value) {
      value.after(this, of).ifPresent(each -> derived.putIfAbsent(type, each));
    }
    return derived.get(type) instanceof Carried known
        ? Optional.of(type.cast(known))
        : Optional.empty();
  }

  /// What is worked out from the whole scene, once; the function must not ask for the same type.
  /// Where resources are only planned, what it looked for in vain counts for every control that
  /// uses it.
  public <T> T derived(Class<T> type, Function<Scene, T> make) {
    var known = derived.get(type);
    if (known == null) {
      var made = made(make);
      var other = derived.putIfAbsent(type, made);
      known = other == null ? made : other;
    }
    if (known instanceof Notebook.Noted<?>(var value, var notes)) {
      Notebook.of(inventory).ifPresent(each -> each.replay(notes));
      return type.cast(value);
    }
    return type.cast(known);
  }

  private <T> Object made(Function<Scene, T> make) {
    var notebook = Notebook.of(inventory);
    return notebook.isPresent() ? notebook.get().apart(() -> make.apply(this)) : make.apply(this);
  }
}
