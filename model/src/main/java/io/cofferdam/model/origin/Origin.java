package io.cofferdam.model.origin;

import io.cofferdam.model.Reason;
import java.util.List;

/// Where leaked data came from, with the reasons. `answers` holds several entries when several
/// stores were read; it is never empty.
public record Origin(List<OriginAnswer> answers, List<Reason> because) {
  public Origin {
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("an origin has at least one answer");
    }
    answers = List.copyOf(answers);
    because = List.copyOf(because);
  }
}
