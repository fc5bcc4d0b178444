package io.cofferdam.drill.aws;

import java.util.Arrays;

/// Where each record of a file lies in the buffer, without an object per record.
final class Spans {
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private long[] second = new long[1024];
  private boolean[] spared = new boolean[1024];
  private int count;

  int count() {
    return count;
  }

  void clear() {
    count = 0;
  }

  void start(int position) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      second = Arrays.copyOf(second, count * 2);
      spared = Arrays.copyOf(spared, count * 2);
    }
    from[count] = position;
  }

  void end(int position, long when, boolean keep) {
    to[count] = position;
    second[count] = when;
    spared[count] = keep;
    count++;
  }

  int from(int i) {
    return from[i];
  }

  int to(int i) {
    return to[i];
  }

  long second(int i) {
    return second[i];
  }

  boolean spared(int i) {
    return spared[i];
  }

  void swap(int i, int j) {
    int f = from[i];
    int t = to[i];
    long s = second[i];
    boolean k = spared[i];
    from[i] = from[j];
    to[i] = to[j];
    second[i] = second[j];
    spared[i] = spared[j];
    from[j] = f;
    to[j] = t;
    second[j] = s;
    spared[j] = k;
  }

  /// Marks a record as gone until [#sweep].
  void drop(int i) {
    to[i] = -1;
  }

  /// Adds a record a second time.
  void repeat(int i) {
    start(from[i]);
    end(to[i], second[i], spared[i]);
  }

  /// Removes the dropped records.
  void sweep() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (to[i] >= 0) {
        swap(kept++, i);
      }
    }
    count = kept;
  }

  long oldest() {
    long oldest = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      oldest = Math.min(oldest, second[i]);
    }
    return oldest;
  }

  long newest() {
    long newest = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      newest = Math.max(newest, second[i]);
    }
    return newest;
  }
}
