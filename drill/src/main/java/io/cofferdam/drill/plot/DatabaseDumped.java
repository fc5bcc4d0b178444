package io.cofferdam.drill.plot;

import io.cofferdam.drill.database.PostgresLines;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Extra;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Somebody copies whole tables of the customer database from an address nobody knows.
final class DatabaseDumped implements Plot {
  private static final List<String> TABLES =
      List.of("public.customers", "public.orders", "public.addresses", "public.payments");

  @Override
  public String name() {
    return "database-dumped";
  }

  @Override
  public String about() {
    return "whole tables of the customer database are copied from an unusual address";
  }

  @Override
  public World stage(Stage stage) {
    var dice = stage.dice;
    var instance = stage.company.slug() + "-orders-db";
    var store = store(stage, instance);
    stage.stores.add(store);
    Everyday.of(stage);
    var lines = new PostgresLines("shop");
    var log = new TreeMap<Long, List<String>>();
    for (long hour = stage.from; hour < stage.until; hour += 3600) {
      var list = new ArrayList<String>();
      var address = stage.cast.privateAddress();
      int port = dice.between(30_000, 60_000);
      int process = dice.between(1000, 30_000);
      long at = hour + dice.below(600);
      list.add(lines.connected(at, address, port, "shop_app", process));
      for (int i = 1; i <= dice.between(1, 4); i++) {
        list.add(
            lines.lookup(at + i * 20L, address, port, "shop_app", process, dice.pick(TABLES), i));
      }
      log.put(hour, list);
    }
    dump(stage, store, lines, log);
    log.forEach(
        (hour, list) ->
            stage.extras.add(
                new Extra(
                    "rds/"
                        + instance
                        + "/error/postgresql.log."
                        + Times.format("yyyy-MM-dd-HH", hour),
                    "",
                    list)));
    stage.tell("Tables of the database shop on " + instance + " were copied from outside.");
    return stage.world(false);
  }

  private static void dump(
      Stage stage, Store store, PostgresLines lines, SortedMap<Long, List<String>> log) {
    var dice = stage.dice;
    var thief =
        new Seat(
            new Actor.User("", "shop_export", "", "shop_export"),
            stage.cast.publicAddress(),
            "psql",
            "");
    int reader = stage.visits.databaseUser(store, "shop_export", thief);
    long start = stage.at(0.3, 0.7);
    opened(stage, store, start - dice.between(1200, 5400), start + dice.between(2400, 7200));
    int tables = dice.between(1, 3);
    int port = dice.between(30_000, 60_000);
    int process = dice.between(30_001, 60_000);
    line(log, start, lines.connected(start, thief.address(), port, "shop_export", process));
    for (int i = 0; i < tables; i++) {
      long second = start + 30 + i * 90L;
      var table = TABLES.get(i);
      line(
          log,
          second,
          lines.copy(second, thief.address(), port, "shop_export", process, table, i + 1));
      stage.visits.get(thief, store, store.objects().get(i), second, reader);
    }
  }

  /// The instance gets a public address and its group lets every network in.
  private static void opened(Stage stage, Store store, long from, long until) {
    var name = stage.company.slug() + "-orders-db";
    var engineer = stage.cast.engineer();
    var group = "sg-0" + stage.dice.hex(16);
    stage.changes.publicDatabase(from, engineer, name, group, true);
    stage.changes.openGroup(from + 20, engineer, group, true);
    stage.changes.openGroup(until, engineer, group, false);
    stage.changes.publicDatabase(until + 20, engineer, name, group, false);
    stage.openings.add(
        new Opening(
            store.resource(), "anyone", from + 20, until + stage.changes.delay(), 30, false));
  }

  private static void line(SortedMap<Long, List<String>> log, long second, String line) {
    log.computeIfAbsent(Math.floorDiv(second, 3600L) * 3600L, _ -> new ArrayList<>()).add(line);
  }

  private static Store store(Stage stage, String instance) {
    var objects = new ArrayList<StoredObject>();
    for (var table : TABLES) {
      var rows = new ArrayList<StoredObject.Row>();
      int count = Math.max(1, Math.min(stage.people.size() / 2, 800));
      for (int i = 0; i < count; i++) {
        rows.add(
            new StoredObject.Row(stage.dice.below(stage.people.size()), stage.dice.between(1, 3)));
      }
      objects.add(new StoredObject(table, "", true, count * 300L, "", stage.from - 86_400, rows));
    }
    return new Store(
        "orders-db",
        new ResourceId(ResourceKind.DATABASE, "db:postgresql:" + instance + "/shop"),
        "",
        StoreRole.CUSTOMER_STORE,
        List.of("contact", "purchase-history"),
        objects,
        List.of("shop_app"),
        List.of(),
        "",
        false,
        true);
  }
}
