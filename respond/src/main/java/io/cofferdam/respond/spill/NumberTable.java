package io.cofferdam.respond.spill;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Numbers for values that repeat, so that they are written once and read back as the same object.
/// At most `limit` of them get a number. Safe for several threads.
///
/// The values are comparable, so that those who choose names in a log cannot make the look-up slow
/// with names whose hashes meet.
final class NumberTable<T extends Comparable<T>> {
  private final ConcurrentHashMap<T, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable T> values;
  private final AtomicInteger next = new AtomicInteger();

  NumberTable(int limit) {
    values = new AtomicReferenceArray<>(limit);
  }

  /// The value's number, or -1 where it has none; `small` values get one while there are any.
  int number(T value, boolean small) {
    var known = numbers.get(value);
    if (known != null) {
      return known;
    }
    return small && next.get() < values.length()
        ? numbers.computeIfAbsent(value, this::assign)
        : -1;
  }

  private Integer assign(T value) {
    int number = next.getAndIncrement();
    if (number >= values.length()) {
      return -1;
    }
    values.set(number, value);
    return number;
  }

  T value(int number) {
    var value = values.get(number);
    if (value == null) {
      throw new IllegalStateException("no value " + number);
    }
    return value;
  }
}
