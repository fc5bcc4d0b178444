package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.World;

/// Customer data stand open while a pipeline copies the weights: two leaks in one period.
final class CustomerDataAndWeights implements Plot {
  @Override
  public String name() {
    return "customer-data-and-weights";
  }

  @Override
  public String about() {
    return "a bucket of customer data stands open while a pipeline's role copies model weights";
  }

  @Override
  public World stage(Stage stage) {
    var exporter = stage.cast.workload("customer-exporter", Origin.FUNCTION);
    var customers = stage.shelving.customers(stage.wanted.size().objects(), exporter, true);
    var weights =
        stage.shelving.weights(stage.cast.workload("inference", Origin.INSTANCE), true, false);
    stage.stores.add(customers);
    stage.stores.add(weights);
    Everyday.of(stage);
    PublicTrainingBucket.leak(stage, customers);
    WeightsCopied.leak(stage, weights);
    return stage.world(false);
  }
}
