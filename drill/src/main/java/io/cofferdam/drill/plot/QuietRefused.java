package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.World;

/// Looks like a leak and is none:
/// public policies are tried and refused, strangers knock and are denied.
final class QuietRefused implements Plot {
  @Override
  public String name() {
    return "quiet-refused";
  }

  @Override
  public String about() {
    return "public policies are tried and refused, strangers knock and are denied";
  }

  @Override
  public World stage(Stage stage) {
    var home = stage.cast.workload("training-job", Origin.NOTEBOOK);
    var store = stage.shelving.training(stage.wanted.size().objects(), home, true);
    stage.stores.add(store);
    Everyday.of(stage);
    var engineer = stage.cast.engineer();
    for (int i = 0; i < 3; i++) {
      stage.changes.refusedPolicy(
          stage.at(0.2, 0.8),
          engineer,
          store,
          Policies.open(store, true),
          "AccessDenied",
          "User: "
              + engineer.actor().requester()
              + " is not authorized to perform: s3:PutBucketPolicy on resource: \""
              + store.resource().id()
              + "\" because public policies are prevented by the BlockPublicPolicy setting in S3"
              + " Block Public Access.");
    }
    for (int i = 0; i < 12; i++) {
      stage.visits.denied(
          stage.cast.anonymous(),
          store,
          stage.visits.latest(store).key(),
          stage.at(0.05, 0.95),
          -1);
    }
    stage.tell(
        "Nothing leaked: public policies are tried and refused, strangers knock and are denied.");
    return stage.world(true);
  }
}
