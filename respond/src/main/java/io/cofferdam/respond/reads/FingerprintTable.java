package io.cofferdam.respond.reads;

import java.util.Arrays;

/// Numbers for texts that are too many to keep: 20 bytes each at a load of a half or more.
public final class FingerprintTable {
  private long[] highs = new long[1 << 10];
  private long[] lows = new long[1 << 10];
  private int[] values = new int[1 << 10];
  private int size;

  public FingerprintTable() {
    Arrays.fill(values, -1);
  }

  public int size() {
    return size;
  }

  /// The number kept for the text, or -1.
  public int get(Fingerprint key) {
    return values[slot(key)];
  }

  /// Keeps a number (not negative) for the text.
  public void put(Fingerprint key, int value) {
    int slot = slot(key);
    if (values[slot] < 0) {
      if (size * 4 >= values.length * 3) {
        grow();
        slot = slot(key);
      }
      size++;
      highs[slot] = key.high();
      lows[slot] = key.low();
    }
    values[slot] = value;
  }

  private int slot(Fingerprint key) {
    int mask = values.length - 1;
    int slot = (int) key.low() & mask;
    while (values[slot] >= 0 && (highs[slot] != key.high() || lows[slot] != key.low())) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    var oldHighs = highs;
    var oldLows = lows;
    var oldValues = values;
    highs = new long[oldHighs.length * 2];
    lows = new long[oldLows.length * 2];
    values = new int[oldValues.length * 2];
    Arrays.fill(values, -1);
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] >= 0) {
        int slot = slot(new Fingerprint(oldHighs[i], oldLows[i]));
        highs[slot] = oldHighs[i];
        lows[slot] = oldLows[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
