package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Request.Verb;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.StoredObject;
import io.cofferdam.drill.world.World;
import java.util.List;
import java.util.function.Consumer;

/// The traffic of ordinary days, as much as asked for: busier by day than by night, about one event
/// in ten a rightful access to a store in question, the rest the control plane at work.
final class Background {
  /// Share of background events that are about the stores in question.
  static final double ABOUT_STORES = 0.1;

  private static final int[] BY_HOUR = {
    2, 2, 2, 2, 3, 4, 6, 8, 10, 11, 11, 10, 9, 10, 11, 11, 10, 9, 8, 7, 6, 5, 4, 3
  };

  private final ControlPlane controlPlane;
  private final List<Store> stores;
  private final long total;
  private final long step;
  private final Dice dice;
  private final double weights;
  private double due;

  Background(World world, TrailRecords records, long total, long step, long seed) {
    this.total = total;
    this.step = step;
    this.dice = Dice.of(seed, 701);
    this.controlPlane = new ControlPlane(world, records, dice.split());
    this.stores =
        world.inQuestion().stream()
            .filter(store -> !store.bucket().isEmpty() && !store.home().isEmpty())
            .toList();
    double sum = 0;
    for (long slice = world.from(); slice < world.until(); slice += step) {
      sum += weight(slice);
    }
    this.weights = sum;
  }

  private static double weight(long second) {
    return BY_HOUR[(int) Math.floorMod(Math.floorDiv(second, 3600L), 24L)];
  }

  /// The events of one slice of the period.
  void slice(long start, TrailFiles trail, Consumer<Request> requests) {
    if (total == 0) {
      return;
    }
    due += total * weight(start) / weights;
    long count = Math.round(due);
    due -= count;
    for (long i = 0; i < count; i++) {
      long second = start + dice.below((int) step);
      if (!stores.isEmpty() && dice.chance(ABOUT_STORES)) {
        requests.accept(rightful(second));
      } else {
        controlPlane.write(trail.open(), second);
        trail.end(second, false);
      }
    }
  }

  private Request rightful(long second) {
    var store = dice.pick(stores);
    Seat seat = dice.pick(store.home());
    StoredObject object = dice.pick(store.objects());
    int kind = dice.below(20);
    var verb = kind == 0 ? Verb.LIST : kind < 4 ? Verb.HEAD : Verb.GET;
    if (verb == Verb.LIST) {
      return new Request(
          second,
          seat,
          store,
          verb,
          null,
          "",
          false,
          0,
          0,
          200,
          "",
          300 + 350L * Math.min(1000, store.objects().size()),
          false,
          -1,
          dice.next());
    }
    boolean content = verb == Verb.GET;
    long size = content ? object.size() : 0;
    return new Request(
        second,
        seat,
        store,
        verb,
        object,
        object.key(),
        !object.latest(),
        0,
        size,
        200,
        "",
        size,
        false,
        -1,
        dice.next());
  }
}
