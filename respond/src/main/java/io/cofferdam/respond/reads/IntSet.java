package io.cofferdam.respond.reads;

import java.util.Arrays;

/// A growing set of numbers that are not negative.
final class IntSet {
  private int[] slots = new int[16];
  private int size;

  IntSet() {
    Arrays.fill(slots, -1);
  }

  int size() {
    return size;
  }

  boolean contains(int value) {
    return slots[slot(slots, value)] == value;
  }

  void add(int value) {
    int slot = slot(slots, value);
    if (slots[slot] == value) {
      return;
    }
    slots[slot] = value;
    if (++size * 4 > slots.length * 3) {
      var bigger = new int[slots.length * 2];
      Arrays.fill(bigger, -1);
      for (int old : slots) {
        if (old >= 0) {
          bigger[slot(bigger, old)] = old;
        }
      }
      slots = bigger;
    }
  }

  private static int slot(int[] slots, int value) {
    int mask = slots.length - 1;
    int slot = ((value * 0x9E3779B9) >>> 7) & mask;
    while (slots[slot] >= 0 && slots[slot] != value) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
