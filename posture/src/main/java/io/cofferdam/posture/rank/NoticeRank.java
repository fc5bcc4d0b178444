package io.cofferdam.posture.rank;

import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.posture.control.Finding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ranks findings by severity, and among equals by how far mending them would narrow what has to be
/// told of a leak.
public final class NoticeRank {
  private record Place(String control, String resource) {}

  private final Map<Place, LogChange> best = new HashMap<>();

  public NoticeRank(List<StoreReadiness> stores) {
    for (var store : stores) {
      for (var change : store.changes()) {
        for (var control : change.controls()) {
          best.merge(
              new Place(control, change.resource()),
              change,
              (one, other) -> one.gain() >= other.gain() ? one : other);
        }
      }
    }
  }

  /// The change of a store's logs that mends the finding and gains most.
  public Optional<LogChange> change(Finding finding) {
    return Optional.ofNullable(
        best.get(new Place(finding.control().id(), finding.resource().id())));
  }

  /// By how much mending it would narrow an answer; 0 where it would not, or nothing is known.
  public long gain(Finding finding) {
    return change(finding).map(LogChange::gain).orElse(0L);
  }

  /// The gravest first, then what narrows most, then by control and resource.
  public Comparator<Finding> order() {
    return Comparator.comparing(Finding::severity)
        .thenComparing(Comparator.comparingLong(this::gain).reversed())
        .thenComparing(f -> f.control().id())
        .thenComparing(f -> f.resource().id());
  }
}
