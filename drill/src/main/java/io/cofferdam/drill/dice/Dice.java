package io.cofferdam.drill.dice;

import java.util.List;

/// A stream of pseudo-random numbers that depends on its seed alone (SplitMix64, Steele, Lea and
/// Flood 2014), so that a world can be made again byte by byte. Not for secrets.
public final class Dice {
  private static final String ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private long state;

  public Dice(long seed) {
    this.state = mix(seed + 0x632be59bd9b4e019L);
  }

  /// An independent stream for one part of the world, named by a number.
  public static Dice of(long seed, long part) {
    return new Dice(mix(seed) ^ mix(part * 0x9e3779b97f4a7c15L + 1));
  }

  /// A child stream; what it throws does not depend on how often this one is thrown afterwards.
  public Dice split() {
    return new Dice(next());
  }

  public long next() {
    state += 0x9e3779b97f4a7c15L;
    return mix(state);
  }

  /// Spreads the bits of a number; equal inputs give equal outputs.
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /// A number of `[0, bound)`; `bound` must be positive.
  public int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /// A number of `[from, to]`.
  public int between(int from, int to) {
    return from + below(to - from + 1);
  }

  /// A number of `[from, to]` for spans beyond an int.
  public long betweenLong(long from, long to) {
    return from + Math.floorMod(next(), to - from + 1);
  }

  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  public boolean chance(double probability) {
    return probability > 0 && (probability >= 1 || unit() < probability);
  }

  public <T> T pick(List<T> items) {
    return items.get(below(items.size()));
  }

  /// Skewed sizes: most are near `from`, few near `to` (log-uniform).
  public long skewed(long from, long to) {
    return Math.round(from * Math.exp(unit() * Math.log((double) to / from)));
  }

  /// Upper-case letters and digits as AWS uses them in ids.
  public String id(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ID_LETTERS.charAt(below(32)));
    }
    return text.toString();
  }

  public String hex(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(Character.forDigit(below(16), 16));
    }
    return text.toString();
  }

  public String digits(int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) ('0' + below(10)));
    }
    return text.toString();
  }

  /// A random UUID in its text form.
  public String uuid() {
    var hex = hex(32);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-4"
        + hex.substring(13, 16)
        + "-a"
        + hex.substring(17, 20)
        + "-"
        + hex.substring(20);
  }

  /// Shuffles in place (Fisher and Yates).
  public void shuffle(List<?> items) {
    for (int i = items.size() - 1; i > 0; i--) {
      swap(items, i, below(i + 1));
    }
  }

  private static <T> void swap(List<T> items, int i, int j) {
    T first = items.get(i);
    items.set(i, items.get(j));
    items.set(j, first);
  }
}
