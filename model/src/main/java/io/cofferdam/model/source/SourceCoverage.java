package io.cofferdam.model.source;

import io.cofferdam.model.Reason;
import io.cofferdam.model.time.Window;
import java.util.List;

/// How complete one kind of log is for one resource (or for the whole account, when `about` is an
/// account id) in a span of time.
public record SourceCoverage(
    String source, String about, Window window, Coverage coverage, List<Reason> because) {
  public SourceCoverage {
    because = List.copyOf(because);
  }
}
