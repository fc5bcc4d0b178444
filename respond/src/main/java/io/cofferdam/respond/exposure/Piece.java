package io.cofferdam.respond.exposure;

import io.cofferdam.model.time.Window;
import java.util.List;

/// A span of time and the values that one part may have had in it; several while a change takes
/// effect or where two changes fell into one second.
///
/// @param told whether the span follows an event that set or showed the value
record Piece(Window window, List<BucketSetting> values, List<Observation> told) {
  Piece {
    values = List.copyOf(values);
    told = List.copyOf(told);
  }
}
