package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.World;

/// Nothing happens but work.
final class Quiet implements Plot {
  @Override
  public String name() {
    return "quiet";
  }

  @Override
  public String about() {
    return "a period in which nothing leaked";
  }

  @Override
  public World stage(Stage stage) {
    var trainer = stage.cast.workload("training-job", Origin.NOTEBOOK);
    stage.stores.add(stage.shelving.training(stage.wanted.size().objects(), trainer, true));
    Everyday.of(stage);
    stage.tell("Nothing leaked.");
    return stage.world(true);
  }
}
