package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import java.util.List;

/// What was decided of one span for one audience.
record Judgement(ExposureState state, List<Reason> because) {
  Judgement {
    because = List.copyOf(because);
  }

  static Judgement of(ExposureState state, String text) {
    return new Judgement(state, List.of(Reason.of(text)));
  }
}
