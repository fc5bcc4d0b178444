package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.Store;

/// What happens in every world: the trail's setting is made, rightful readers read.
final class Everyday {
  private Everyday() {}

  static void of(Stage stage) {
    if (stage.sources().selectors()) {
      stage.changes.selectors(stage.from, stage.cast.engineer(), stage.sources().dataEvents());
    }
    for (Store store : stage.stores) {
      if (!store.bucket().isEmpty() && store.inQuestion()) {
        stage.visits.everyday(store);
      }
    }
  }
}
