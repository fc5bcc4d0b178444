package io.cofferdam.logs.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Spreads bytes over the slots of a small table of what was seen before, eight at a step. Not for
/// tables that grow: who chooses the bytes can make them meet, which here costs a miss and no more.
public final class ByteHash {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private ByteHash() {}

  /// A number for the bytes `from` to `to` (exclusive); its low bits are as good as its high ones.
  public static int of(byte[] b, int from, int to) {
    var hash = (to - from) * MIX;
    var at = from;
    for (; to - at >= 8; at += 8) {
      hash = Long.rotateLeft(hash ^ (long) LONG.get(b, at), 29) * MIX;
    }
    if (at < to && to - from >= 8) {
      hash = Long.rotateLeft(hash ^ (long) LONG.get(b, to - 8), 29) * MIX;
    } else {
      for (; at < to; at++) {
        hash = (hash ^ b[at]) * MIX;
      }
    }
    return (int) (hash >>> 32);
  }
}
