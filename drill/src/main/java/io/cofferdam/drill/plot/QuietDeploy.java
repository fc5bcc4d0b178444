package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.World;

/// Looks like a leak and is none:
/// a release day: the pipeline sets policies and blocks again, nobody outside can read.
final class QuietDeploy implements Plot {
  @Override
  public String name() {
    return "quiet-deploy";
  }

  @Override
  public String about() {
    return "a release day: the pipeline sets policies and blocks again, nobody outside can read";
  }

  @Override
  public World stage(Stage stage) {
    var home = stage.cast.workload("training-job", Origin.NOTEBOOK);
    var store = stage.shelving.training(stage.wanted.size().objects(), home, true);
    stage.stores.add(store);
    Everyday.of(stage);
    var engineer = stage.cast.behindNat("ci-build", Origin.PIPELINE);
    long at = stage.at(0.2, 0.4);
    stage.changes.putPolicy(at, engineer, store, Policies.tlsOnly(store));
    stage.changes.block(at + 5, engineer, store, true);
    stage.changes.putPolicy(
        at + 9,
        engineer,
        store,
        Policies.role(store, "arn:aws:iam::" + stage.company.account() + ":role/training-job"));
    stage.changes.putPolicy(stage.at(0.6, 0.9), engineer, store, Policies.tlsOnly(store));
    stage.tell(
        "Nothing leaked: a release day: the pipeline sets policies and blocks again, nobody outside can read.");
    return stage.world(true);
  }
}
