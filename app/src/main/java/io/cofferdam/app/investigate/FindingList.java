package io.cofferdam.app.investigate;

import io.cofferdam.model.event.SecurityFinding;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The findings of detection services, the most severe kept; each is a candidate for when awareness
/// may have begun, never more.
final class FindingList {
  private static final int MOST = 1000;

  private final PriorityQueue<SecurityFinding> kept =
      new PriorityQueue<>(Comparator.comparingInt(SecurityFinding::severity));
  private long count;

  synchronized void add(SecurityFinding finding) {
    count++;
    kept.add(finding);
    if (kept.size() > MOST) {
      kept.poll();
    }
  }

  synchronized long count() {
    return count;
  }

  /// The kept ones in order of time.
  synchronized List<SecurityFinding> inOrder() {
    return kept.stream().sorted(Comparator.comparing(SecurityFinding::time)).toList();
  }
}
