package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.People;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;

/// Fills stores with objects: keys of many shapes, skewed sizes, several rows about the same and
/// about different people.
final class Shelving {
  private final Dice dice;
  private final Company company;
  private final People people;
  private final long from;
  private final boolean versions;

  Shelving(Dice dice, Company company, People people, long from, boolean versions) {
    this.dice = dice;
    this.company = company;
    this.people = people;
    this.from = from;
    this.versions = versions;
  }

  Store training(int count, Seat home, boolean inQuestion) {
    return bucket(
        "training",
        company.slug() + "-llm-training",
        StoreRole.TRAINING_DATA,
        List.of("contact", "purchase-history"),
        "customers/part-%05d.jsonl",
        count,
        "",
        List.of(home),
        inQuestion);
  }

  /// Training data that a further principal is meant to read.
  Store trainingAlso(int count, Seat home, String reader) {
    var store = training(count, home, true);
    var owners = new ArrayList<>(store.owners());
    owners.add(reader);
    return new Store(
        store.name(),
        store.resource(),
        store.bucket(),
        store.role(),
        store.dataClasses(),
        store.objects(),
        owners,
        store.home(),
        store.artefact(),
        store.encrypted(),
        true);
  }

  Store prompts(int count, Seat home, boolean inQuestion) {
    return bucket(
        "prompt-log",
        company.slug() + "-prompt-log",
        StoreRole.INFERENCE_DATA,
        List.of("contact", "conversation"),
        "invocations/hour-%05d.json",
        count,
        "prompts",
        List.of(home),
        inQuestion);
  }

  Store customers(int count, Seat home, boolean inQuestion) {
    return bucket(
        "customer-export",
        company.slug() + "-customer-export",
        StoreRole.CUSTOMER_STORE,
        List.of("contact", "payment", "purchase-history"),
        "export/customers-%05d.parquet",
        count,
        "",
        List.of(home),
        inQuestion);
  }

  private Store bucket(
      String name,
      String bucket,
      StoreRole role,
      List<String> classes,
      String pattern,
      int count,
      String artefact,
      List<Seat> home,
      boolean inQuestion) {
    var objects = new ArrayList<StoredObject>();
    int around = Math.max(4, count - dice.below(Math.max(1, count / 3)));
    for (int i = 0; i < around; i++) {
      var key = key(pattern, i);
      var version = versions ? version() : "";
      objects.add(object(key, version, true, classes));
      if (versions && dice.chance(0.15)) {
        objects.add(object(key, version(), false, classes));
      }
    }
    return new Store(
        name,
        ResourceId.bucket(bucket),
        bucket,
        role,
        classes,
        objects,
        owners(home),
        home,
        artefact,
        false,
        inQuestion);
  }

  static List<String> owners(List<Seat> home) {
    return home.stream().map(seat -> seat.actor().groupingName()).distinct().sorted().toList();
  }

  private String key(String pattern, int number) {
    var plain = String.format(java.util.Locale.ROOT, pattern, number);
    int slash = plain.indexOf('/') + 1;
    return switch (dice.below(12)) {
      case 0 -> plain.substring(0, slash) + "new batch/" + plain.substring(slash);
      case 1 -> plain.substring(0, slash) + "a+b/" + plain.substring(slash);
      case 2 -> plain.substring(0, slash) + "größe-é/" + plain.substring(slash);
      case 3 ->
          plain.substring(0, slash)
              + "dt=2026-01-0"
              + (number % 9 + 1)
              + "/"
              + plain.substring(slash);
      default -> plain;
    };
  }

  private String version() {
    return dice.id(16) + "." + dice.id(15);
  }

  private StoredObject object(String key, String version, boolean latest, List<String> classes) {
    var rows = new ArrayList<StoredObject.Row>();
    int rowCount = (int) Math.min(dice.skewed(1, 40), 1 + people.size() / 2);
    int all = (1 << classes.size()) - 1;
    for (int r = 0; r < rowCount; r++) {
      int mask = 1 | dice.between(1, all);
      rows.add(new StoredObject.Row(dice.below(people.size()), mask));
    }
    long size = Math.max(rowCount * 200L, dice.skewed(2_000, 4_000_000));
    return new StoredObject(
        key,
        version,
        latest,
        size,
        dice.hex(32),
        from - (latest ? dice.between(86_400, 20 * 86_400) : dice.between(30, 60) * 86_400L),
        rows);
  }

  /// A store of model weights: a few releases of large parts with their small companions.
  Store weights(Seat home, boolean inQuestion, boolean encrypted) {
    var bucket = company.slug() + "-model-weights";
    var objects = new ArrayList<StoredObject>();
    int releases = dice.between(2, 3);
    for (int v = 1; v <= releases; v++) {
      int parts = dice.between(3, 8);
      var folder = "releases/v" + v + "/";
      for (int p = 1; p <= parts; p++) {
        var name = String.format(java.util.Locale.ROOT, "model-%05d-of-%05d.safetensors", p, parts);
        objects.add(file(folder + name, dice.betweenLong(1_900_000_000L, 4_900_000_000L)));
      }
      objects.add(file(folder + "config.json", dice.betweenLong(600, 900)));
      objects.add(file(folder + "tokenizer.json", dice.betweenLong(1_000_000, 9_000_000)));
    }
    return new Store(
        "weights",
        ResourceId.bucket(bucket),
        bucket,
        StoreRole.WEIGHTS,
        List.of(),
        objects,
        owners(List.of(home)),
        List.of(home),
        "weights",
        encrypted,
        inQuestion);
  }

  private StoredObject file(String key, long size) {
    return new StoredObject(
        key,
        versions ? version() : "",
        true,
        size,
        dice.hex(32) + "-" + Math.max(1, size / (64 << 20)),
        from - dice.between(2, 40) * 86_400L,
        List.of());
  }
}
