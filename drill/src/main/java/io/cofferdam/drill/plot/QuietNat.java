package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.World;

/// Looks like a leak and is none: rightful readers read by way of the company's public NAT address.
final class QuietNat implements Plot {
  @Override
  public String name() {
    return "quiet-nat";
  }

  @Override
  public String about() {
    return "rightful readers read by way of the company's public NAT address";
  }

  @Override
  public World stage(Stage stage) {
    var home = stage.cast.workload("training-job", Origin.NOTEBOOK);
    var store = stage.shelving.training(stage.wanted.size().objects(), home, true);
    stage.stores.add(store);
    Everyday.of(stage);
    var away = new Seat(home.actor(), stage.company.natAddress(), home.userAgent(), "");
    for (int i = 0; i < 12; i++) {
      stage.visits.get(away, store, stage.visits.latest(store), stage.at(0.05, 0.95), -1);
    }
    stage.tell("Nothing leaked: rightful readers read by way of the company's public NAT address.");
    return stage.world(true);
  }
}
