package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.read.ReaderKind;
import java.util.ArrayList;
import java.util.List;

/// An engineer opens the training data to the world to hand it to somebody, and closes it later.
/// Meanwhile strangers read.
final class PublicTrainingBucket implements Plot {
  @Override
  public String name() {
    return "public-training-bucket";
  }

  @Override
  public String about() {
    return "a bucket of training data stands open to anyone for a time, and strangers read it";
  }

  @Override
  public World stage(Stage stage) {
    var trainer = stage.cast.workload("training-job", Origin.NOTEBOOK);
    var store = stage.shelving.training(stage.wanted.size().objects(), trainer, true);
    var weights =
        stage.shelving.weights(stage.cast.workload("inference", Origin.INSTANCE), false, false);
    stage.stores.add(store);
    stage.stores.add(weights);
    Everyday.of(stage);
    leak(stage, store);
    return stage.world(false);
  }

  /// Opens, has it read by strangers, closes (or not, in one world of eight).
  static void leak(Stage stage, Store store) {
    var dice = stage.dice;
    var engineer = stage.cast.engineer();
    boolean lists = dice.chance(0.6);
    long opened = stage.at(0.2, 0.45);
    long closed = stage.at(0.6, 0.85);
    long delay = stage.changes.delay();
    if (dice.chance(0.5)) {
      stage.changes.block(opened - dice.between(20, 200), engineer, store, false);
    } else {
      stage.changes.unblock(opened - dice.between(20, 200), engineer, store);
    }
    stage.changes.putPolicy(opened, engineer, store, Policies.open(store, lists));
    boolean closes = !dice.chance(0.12);
    if (closes) {
      close(stage, engineer, store, closed);
    } else {
      closed = stage.until;
    }
    stage.openings.add(
        new Opening(
            store.resource(),
            "anyone",
            opened + delay,
            closes ? closed + delay : null,
            delay,
            false));
    long margin = Math.min(900, (closed - opened) / 8);
    var seats = strangers(stage);
    int reader = stage.visits.outsider(ReaderKind.ANONYMOUS, store, seats);
    double share = 0.05 + 0.6 * dice.unit();
    stage.visits.plunder(reader, opened + margin, closed - margin, share, lists);
    if (stage.edges && closes) {
      stage.visits.lingering(reader, closed);
    }
    knocks(stage, store, opened, closes ? closed : stage.until);
    stage.tell("An engineer opened the bucket " + store.bucket() + " to anyone.");
    stage.tell("Strangers at " + seats.size() + " addresses read from it without a credential.");
    stage.tell(closes ? "The engineer closed it again." : "It is still open.");
  }

  private static void close(Stage stage, Seat engineer, Store store, long closed) {
    switch (stage.dice.below(3)) {
      case 0 -> stage.changes.deletePolicy(closed, engineer, store);
      case 1 -> stage.changes.putPolicy(closed, engineer, store, Policies.tlsOnly(store));
      default -> stage.changes.block(closed, engineer, store, true);
    }
  }

  static List<Seat> strangers(Stage stage) {
    var seats = new ArrayList<Seat>();
    int count = stage.dice.between(1, stage.wanted.size().readers());
    for (int i = 0; i < count; i++) {
      seats.add(stage.cast.anonymous());
    }
    return seats;
  }

  /// Requests that are refused, before and after the bucket stood open.
  private static void knocks(Stage stage, Store store, long opened, long closed) {
    int before = stage.dice.between(0, 4);
    for (int i = 0; i < before; i++) {
      stage.visits.denied(
          stage.cast.anonymous(),
          store,
          store.objects().getFirst().key(),
          stage.visits.moment(stage.from, Math.max(stage.from + 1, opened - 900)),
          -1);
    }
    if (closed + 900 < stage.until) {
      int after = stage.dice.between(0, 4);
      for (int i = 0; i < after; i++) {
        stage.visits.denied(
            stage.cast.anonymous(),
            store,
            store.objects().getFirst().key(),
            stage.visits.moment(closed + 900, stage.until),
            -1);
      }
    }
  }
}
