package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.World;

/// Looks like a leak and is none:
/// a policy that names everyone, but only through the company's own endpoint.
final class QuietEndpoint implements Plot {
  @Override
  public String name() {
    return "quiet-endpoint";
  }

  @Override
  public String about() {
    return "a policy that names everyone, but only through the company's own endpoint";
  }

  @Override
  public World stage(Stage stage) {
    var home = stage.cast.workload("training-job", Origin.NOTEBOOK);
    var store = stage.shelving.training(stage.wanted.size().objects(), home, true);
    stage.stores.add(store);
    Everyday.of(stage);
    var engineer = stage.cast.engineer();
    stage.changes.putPolicy(
        stage.at(0.2, 0.4),
        engineer,
        store,
        Policies.endpointOnly(store, stage.company.vpcEndpoint()));
    for (int i = 0; i < 4; i++) {
      stage.visits.denied(
          stage.cast.anonymous(), store, stage.visits.latest(store).key(), stage.at(0.5, 0.95), -1);
    }
    stage.tell(
        "Nothing leaked: a policy that names everyone, but only through the company's own endpoint.");
    return stage.world(true);
  }
}
