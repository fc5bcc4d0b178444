package io.cofferdam.respond.scope;

import io.cofferdam.model.Reason;
import java.util.List;

/// What can have been read from one resource without standing in any log given.
///
/// @param possible when such a read was possible; empty when none was
/// @param bounded whether metering caps it
/// @param reads at most so many reads; Long.MAX_VALUE when nothing caps them
/// @param bytes at most so many bytes; Long.MAX_VALUE when nothing caps them
/// @param wholePeriodComplete whether the logs are proved complete for the whole period
/// @param metered whether any usage report names the resource
record Unlogged(
    Spans possible,
    boolean bounded,
    long reads,
    long bytes,
    boolean wholePeriodComplete,
    boolean metered,
    List<Reason> because) {
  static final long UNCAPPED = Long.MAX_VALUE;

  Unlogged {
    because = List.copyOf(because);
  }

  boolean none() {
    return possible.isEmpty() || (bounded && reads == 0);
  }
}
