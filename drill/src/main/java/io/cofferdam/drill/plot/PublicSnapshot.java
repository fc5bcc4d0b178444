package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;

/// Snapshots of a database and of its disk are made public. Who copies a snapshot stands in no log
/// of the owner.
final class PublicSnapshot implements Plot {
  @Override
  public String name() {
    return "public-snapshot";
  }

  @Override
  public String about() {
    return "snapshots of the customer database and its disk stand open to every account";
  }

  @Override
  public World stage(Stage stage) {
    var company = stage.company;
    var name = company.slug() + "-orders-2026";
    var database =
        snapshot(
            stage,
            "orders-snapshot",
            new ResourceId(
                ResourceKind.RDS_SNAPSHOT,
                "arn:aws:rds:" + company.region() + ":" + company.account() + ":snapshot:" + name));
    var disk = "snap-0" + stage.dice.hex(16);
    var volume =
        snapshot(
            stage,
            "orders-disk",
            new ResourceId(
                ResourceKind.EBS_SNAPSHOT,
                "arn:aws:ec2:" + company.region() + "::snapshot/" + disk));
    stage.stores.add(database);
    stage.stores.add(volume);
    Everyday.of(stage);
    stage.unlogged = true;
    var engineer = stage.cast.engineer();
    long opened = stage.at(0.2, 0.4);
    long closed = stage.at(0.6, 0.9);
    stage.changes.shareDatabaseSnapshot(opened, engineer, name, true);
    stage.changes.shareDisk(opened + 40, engineer, disk, true);
    stage.changes.shareDatabaseSnapshot(closed, engineer, name, false);
    stage.changes.shareDisk(closed + 30, engineer, disk, false);
    open(stage, database, opened, closed);
    open(stage, volume, opened + 40, closed + 30);
    if (stage.dice.chance(0.5)) {
      var foreign = "9" + stage.dice.digits(11);
      Seat stranger =
          new Seat(new Actor.Foreign(foreign, "", "unlogged"), "unlogged", "unlogged", "");
      int reader = stage.visits.outsider(ReaderKind.FOREIGN_ACCOUNT, database, List.of(stranger));
      stage.visits.get(stranger, database, database.objects().getFirst(), opened + 600, reader);
      stage.tell("A stranger copied the database snapshot; no log of the owner tells of it.");
    }
    stage.tell("Two snapshots stood open to every account.");
    return stage.world(false);
  }

  private static void open(Stage stage, Store store, long from, long until) {
    stage.openings.add(
        new Opening(store.resource(), "any account of the provider", from, until, 1, false));
  }

  private static Store snapshot(Stage stage, String name, ResourceId resource) {
    var rows = new ArrayList<StoredObject.Row>();
    int step = Math.max(1, stage.people.size() / 200);
    for (int person = 0; person < stage.people.size(); person += step) {
      rows.add(new StoredObject.Row(person, stage.dice.between(1, 3)));
    }
    var object = new StoredObject("snapshot", "", true, 20L << 30, "", stage.from - 86_400, rows);
    return new Store(
        name,
        resource,
        "",
        StoreRole.CUSTOMER_STORE,
        List.of("contact", "purchase-history"),
        List.of(object),
        List.of(),
        List.of(),
        "",
        false,
        true);
  }
}
