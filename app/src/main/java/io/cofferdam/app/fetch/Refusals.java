package io.cofferdam.app.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which sources only refuse: after a few refusals only some of their objects are asked for, and
/// the rest once one of them was copied. A few objects that somebody else owns, laid where they are
/// asked for first, do not hide the others. Thread-safe.
final class Refusals {
  private static final int A_FEW = 3;
  private static final int SAMPLED = 50;

  private final Map<String, Integer> refused = new HashMap<>();
  private final Set<String> copied = new HashSet<>();
  private final List<LogUnit> later = new ArrayList<>();

  /// What was put off.
  ///
  /// @param readable of sources that did not refuse all
  record Again(List<LogUnit> readable, List<LogUnit> refused) {}

  /// Whether a unit is put off.
  synchronized boolean later(LogUnit unit) {
    var source = unit.source().words();
    if (copied.contains(source) || refused.getOrDefault(source, 0) < A_FEW) {
      return false;
    }
    if (refused.merge(source, 1, Integer::sum) % SAMPLED == 0) {
      return false;
    }
    later.add(unit);
    return true;
  }

  synchronized void copied(LogUnit unit) {
    copied.add(unit.source().words());
  }

  /// An object was refused.
  ///
  /// @return whether it is the first of its source
  synchronized boolean refused(LogUnit unit) {
    return refused.merge(unit.source().words(), 1, Integer::sum) == 1;
  }

  /// What was put off until now.
  synchronized Again again() {
    var readable = new ArrayList<LogUnit>();
    var without = new ArrayList<LogUnit>();
    later.forEach(each -> (copied.contains(each.source().words()) ? readable : without).add(each));
    later.clear();
    return new Again(readable, without);
  }
}
