package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.read.ReaderKind;
import java.util.List;

/// A pipeline's role, which has no business with the weights, downloads them.
final class WeightsCopied implements Plot {
  @Override
  public String name() {
    return "weights-copied-by-ci-role";
  }

  @Override
  public String about() {
    return "the role of a build pipeline downloads model weights it has no business with";
  }

  @Override
  public World stage(Stage stage) {
    var home = stage.cast.workload("inference", Origin.INSTANCE);
    var store = stage.shelving.weights(home, true, stage.dice.chance(0.2));
    stage.stores.add(store);
    Everyday.of(stage);
    leak(stage, store);
    return stage.world(false);
  }

  static void leak(Stage stage, Store store) {
    var dice = stage.dice;
    long start = stage.at(0.3, 0.6);
    Seat pipeline = stage.cast.behindNat("ci-build", Origin.PIPELINE);
    stage.changes.webIdentity(start - 120, pipeline);
    int reader = stage.visits.outsider(ReaderKind.UNDECLARED, store, List.of(pipeline));
    boolean inParts = dice.chance(0.4);
    stage.visits.list(pipeline, store, start, reader);
    var release = "releases/v" + dice.between(1, 2) + "/";
    boolean all = dice.chance(0.6);
    long second = start + 5;
    for (var object : store.objects()) {
      if (!object.key().startsWith(release) || (!all && dice.chance(0.4))) {
        continue;
      }
      if (inParts && object.size() > 1_000_000_000L) {
        long part = (object.size() / dice.between(3, 9)) + 1;
        stage.visits.inParts(pipeline, store, object, second, part, reader);
        second += 100;
      } else {
        stage.visits.get(pipeline, store, object, second, reader);
        second += dice.between(5, 60);
      }
    }
    if (second == start + 5) {
      stage.visits.get(pipeline, store, store.objects().getFirst(), second, reader);
    }
    stage.tell("The role ci-build listed the weights in " + store.bucket() + " and took some.");
    stage.tell("It is the company's own role, but no reader of this store.");
  }
}
