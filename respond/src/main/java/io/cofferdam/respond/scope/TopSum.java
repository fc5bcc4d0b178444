package io.cofferdam.respond.scope;

import java.util.TreeMap;

/// How often each number occurs, and the sum of the largest `k` of them.
final class TopSum {
  private final TreeMap<Long, Long> counts = new TreeMap<>();

  void add(long number) {
    counts.merge(number, 1L, Long::sum);
  }

  long largest(long k) {
    long left = k;
    long sum = 0;
    for (var entry : counts.descendingMap().entrySet()) {
      long taken = Math.min(left, entry.getValue());
      sum += taken * entry.getKey();
      left -= taken;
      if (left == 0) {
        break;
      }
    }
    return sum;
  }
}
