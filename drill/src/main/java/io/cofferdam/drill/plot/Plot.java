package io.cofferdam.drill.plot;

import io.cofferdam.drill.world.World;

/// One kind of leak, or one kind of peace. The seed varies everything that can vary.
interface Plot {
  String name();

  /// What the scenario is, in one sentence.
  String about();

  World stage(Stage stage);
}
