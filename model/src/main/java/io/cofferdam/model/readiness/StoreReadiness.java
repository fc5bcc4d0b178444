package io.cofferdam.model.readiness;

import io.cofferdam.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;

/// If one store leaked now: what could be said, from which logs, and what would narrow it.
///
/// @param name as the data map names it, else the resource's own name
/// @param guess why it is taken to matter where no data map says so, or empty
/// @param leak what could be said as things are after the example leak
/// @param nothing what could be said as things are if nothing had been taken
/// @param because why no more, in a few words that follow "because": `data events are off`; empty
///     where no more is to be said
/// @param logs the logs that would tell of it, in words
/// @param unknown what could not be learnt of its logs; it counts as not there
/// @param changes what would narrow the answer, the best first; empty where nothing would
public record StoreReadiness(
    ResourceId store,
    String name,
    String guess,
    LeakAnswer leak,
    LeakAnswer nothing,
    String because,
    List<String> logs,
    List<String> unknown,
    List<LogChange> changes) {
  public StoreReadiness {
    logs = List.copyOf(logs);
    unknown = List.copyOf(unknown);
    changes = List.copyOf(changes);
  }

  /// The one change that would narrow it most.
  public Optional<LogChange> best() {
    return changes.stream().findFirst();
  }
}
