package io.cofferdam.posture.scene;

import java.util.Optional;

/// What is worked out from a whole scene and need not be worked out anew where single resources
/// change.
public interface Carried {
  /// The same as it would be worked out from the later scene; empty where it must be.
  ///
  /// @param later may be asked for what else was carried over ([Scene#carried])
  Optional<? extends Carried> after(Scene later, Change change);
}
