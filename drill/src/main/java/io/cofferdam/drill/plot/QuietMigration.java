package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.World;

/// Looks like a leak and is none:
/// data move to another account of the company, by a policy that names it.
final class QuietMigration implements Plot {
  @Override
  public String name() {
    return "quiet-migration";
  }

  @Override
  public String about() {
    return "data move to another account of the company, by a policy that names it";
  }

  @Override
  public World stage(Stage stage) {
    var home = stage.cast.workload("training-job", Origin.NOTEBOOK);
    var store =
        stage.shelving.trainingAlso(
            stage.wanted.size().objects(),
            home,
            "arn:aws:iam::" + stage.company.sister() + ":role/migration");
    stage.stores.add(store);
    Everyday.of(stage);
    var engineer = stage.cast.engineer();
    long at = stage.at(0.2, 0.4);
    stage.changes.putPolicy(at, engineer, store, Policies.account(store, stage.company.sister()));
    var mover = stage.cast.sister("migration");
    for (int i = 0; i < 6; i++) {
      stage.visits.get(
          mover, store, stage.visits.latest(store), stage.visits.moment(at + 900, at + 3000), -1);
    }
    stage.changes.deletePolicy(stage.at(0.7, 0.9), engineer, store);
    stage.tell(
        "Nothing leaked: data move to another account of the company, by a policy that names it.");
    return stage.world(true);
  }
}
