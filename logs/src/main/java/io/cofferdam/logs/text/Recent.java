package io.cofferdam.logs.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What was made of bytes that came before: the same bytes need not be read again. Holds at most
/// [#SLOTS] of them of at most [#LONGEST] bytes each; a later one takes the place of an
/// earlier one. Used by one thread at a time.
public final class Recent<T> {
  static final int SLOTS = 1 << 10;
  static final int LONGEST = 1 << 11;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Made<T>(byte[] from, T value) {}

  private final @Nullable Made<T>[] slots = slots();

  @SuppressWarnings("unchecked")
  private static <T> @Nullable Made<T>[] slots() {
    return (@Nullable Made<T>[]) new Made<?>[SLOTS];
  }

  /// What was made of exactly these bytes, or null where it is not known any more.
  public @Nullable T get(byte[] b, int from, int to) {
    var made = slots[slot(b, from, to)];
    return made != null && Arrays.equals(made.from, 0, made.from.length, b, from, to)
        ? made.value
        : null;
  }

  public void put(byte[] b, int from, int to, T value) {
    if (to - from <= LONGEST) {
      slots[slot(b, from, to)] = new Made<>(Arrays.copyOfRange(b, from, to), value);
    }
  }

  private static int slot(byte[] b, int from, int to) {
    return ByteHash.of(b, from, Math.min(to, from + LONGEST)) & (SLOTS - 1);
  }
}
