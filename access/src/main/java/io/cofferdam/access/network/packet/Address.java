package io.cofferdam.access.network.packet;

import io.cofferdam.access.aws.condition.Addresses;
import java.math.BigInteger;
import java.util.Optional;

/// An address of 128 bits, in the order of unsigned numbers. An IPv4 address is the one that maps
/// it: `::ffff:192.0.2.1`.
public record Address(long high, long low) implements Comparable<Address> {
  static final long MAPPED = 0xffffL << 32;

  /// An address, not a block; empty where the text is none.
  public static Optional<Address> of(String text) {
    return text.indexOf('/') >= 0 ? Optional.empty() : Addresses.parse(text).map(Address::first);
  }

  static Address first(Addresses block) {
    return of(block.first(), block.bits());
  }

  static Address last(Addresses block) {
    return of(block.last(), block.bits());
  }

  private static Address of(BigInteger value, int bits) {
    return bits == 32
        ? v4(value.longValue())
        : new Address(value.shiftRight(64).longValue(), value.longValue());
  }

  static Address v4(long value) {
    return new Address(0, MAPPED | value);
  }

  public boolean isV4() {
    return high == 0 && (low >>> 32) == 0xffff;
  }

  /// The next one; the last is followed by the first.
  Address next() {
    return low == -1 ? new Address(high + 1, 0) : new Address(high, low + 1);
  }

  /// The one before; the first follows the last.
  Address previous() {
    return low == 0 ? new Address(high - 1, -1) : new Address(high, low - 1);
  }

  BigInteger number() {
    return unsigned(high).shiftLeft(64).or(unsigned(low));
  }

  private static BigInteger unsigned(long half) {
    var value = BigInteger.valueOf(half & Long.MAX_VALUE);
    return half < 0 ? value.setBit(63) : value;
  }

  @Override
  public int compareTo(Address other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /// `192.0.2.1`, or `2001:db8:0:0:0:0:0:1`.
  @Override
  public String toString() {
    var text = new StringBuilder();
    if (isV4()) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        text.append(low >>> shift & 255).append(shift > 0 ? "." : "");
      }
      return text.toString();
    }
    for (int i = 7; i >= 0; i--) {
      long half = i > 3 ? high : low;
      text.append(Long.toHexString(half >>> (16 * (i % 4)) & 0xffff)).append(i > 0 ? ":" : "");
    }
    return text.toString();
  }
}
