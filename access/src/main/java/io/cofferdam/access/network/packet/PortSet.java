package io.cofferdam.access.network.packet;

import java.util.Collection;
import java.util.OptionalInt;

/// A set of ports, 0 to 65535. Immutable.
public final class PortSet {
  private static final int COUNT = 65_536;
  public static final PortSet NONE = new PortSet(new int[0]);
  public static final PortSet ALL = range(0, COUNT - 1);

  /// What a NAT gateway sends from (VPC user guide, ephemeral ports of network ACLs).
  public static final PortSet NAT = range(1024, COUNT - 1);

  /// First and last of each range in turn; disjoint, in order, with a gap between any two.
  private final int[] bounds;

  private PortSet(int[] bounds) {
    this.bounds = bounds;
  }

  /// Ports from `first` to `last`, cut to what ports can be; none where `first` is after `last`.
  public static PortSet range(int first, int last) {
    int from = Math.max(first, 0);
    int to = Math.min(last, COUNT - 1);
    return from > to ? NONE : new PortSet(new int[] {from, to});
  }

  public static PortSet of(int port) {
    return range(port, port);
  }

  public static PortSet of(Collection<Integer> ports) {
    return ports.stream()
        .filter(port -> port >= 0 && port < COUNT)
        .map(PortSet::of)
        .reduce(NONE, PortSet::or);
  }

  public PortSet or(PortSet other) {
    if (isEmpty() || other.isAll()) {
      return other;
    }
    if (other.isEmpty() || isAll()) {
      return this;
    }
    return merged(other, (a, b) -> a || b);
  }

  public PortSet and(PortSet other) {
    if (isEmpty() || other.isAll()) {
      return this;
    }
    if (other.isEmpty() || isAll()) {
      return other;
    }
    return merged(other, (a, b) -> a && b);
  }

  public PortSet minus(PortSet other) {
    if (isEmpty() || other.isEmpty()) {
      return this;
    }
    if (other.isAll()) {
      return NONE;
    }
    return merged(other, (a, b) -> a && !b);
  }

  private interface Both {
    boolean holds(boolean a, boolean b);
  }

  /// One sweep over the places where either side changes.
  private PortSet merged(PortSet other, Both both) {
    var all = new int[bounds.length + other.bounds.length + 2];
    int used = 0;
    int i = 0;
    int j = 0;
    boolean inside = false;
    while (i < bounds.length || j < other.bounds.length) {
      int at = Math.min(change(bounds, i), change(other.bounds, j));
      i += change(bounds, i) == at ? 1 : 0;
      j += change(other.bounds, j) == at ? 1 : 0;
      boolean now = both.holds(i % 2 == 1, j % 2 == 1);
      if (now != inside) {
        all[used++] = now ? at : at - 1;
        inside = now;
      }
    }
    return used == 0 ? NONE : new PortSet(java.util.Arrays.copyOf(all, used));
  }

  /// The first port for which it is different: where a range begins, or one after its end.
  private static int change(int[] bounds, int at) {
    return at == bounds.length ? Integer.MAX_VALUE : bounds[at] + at % 2;
  }

  public boolean contains(int port) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (bounds[i] <= port && port <= bounds[i + 1]) {
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return bounds.length == 0;
  }

  boolean isAll() {
    return bounds.length == 2 && bounds[0] == 0 && bounds[1] == COUNT - 1;
  }

  /// Any member: one that clients use where there is one, else the first.
  public OptionalInt any() {
    int likely = 50_000;
    return isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(bounds.length == 2 && contains(likely) ? likely : bounds[0]);
  }

  /// The lowest member.
  public OptionalInt first() {
    return isEmpty() ? OptionalInt.empty() : OptionalInt.of(bounds[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet set && java.util.Arrays.equals(bounds, set.bounds);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(bounds);
  }

  /// `443, 8000-8099`; `all` for all.
  @Override
  public String toString() {
    if (isAll()) {
      return "all";
    }
    var text = new StringBuilder();
    for (int i = 0; i < bounds.length; i += 2) {
      text.append(i == 0 ? "" : ", ").append(bounds[i]);
      if (bounds[i] != bounds[i + 1]) {
        text.append('-').append(bounds[i + 1]);
      }
    }
    return text.toString();
  }
}
