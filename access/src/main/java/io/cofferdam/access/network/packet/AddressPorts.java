package io.cofferdam.access.network.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// A set of pairs of an address and a port, as filters name them: which ports with which remote
/// addresses. Immutable and exact.
///
/// INVARIANT: rows are disjoint, in order, never without ports, and two rows that touch differ in
/// their ports; so equal sets have equal rows.
public final class AddressPorts {
  public static final AddressPorts NOTHING = new AddressPorts(List.of());
  public static final AddressPorts EVERYTHING =
      of(new AddressRange(new Address(0, 0), new Address(-1, -1)), PortSet.ALL);

  private final List<Row> rows;

  private AddressPorts(List<Row> rows) {
    this.rows = rows;
  }

  /// All pairs of an address of the range and one of the ports.
  public record Row(AddressRange range, PortSet ports) {}

  static AddressPorts of(AddressRange range, PortSet ports) {
    return ports.isEmpty() ? NOTHING : new AddressPorts(List.of(new Row(range, ports)));
  }

  public AddressPorts or(AddressPorts other) {
    return isEmpty() ? other : other.isEmpty() ? this : join(other, PortSet::or);
  }

  public AddressPorts and(AddressPorts other) {
    return isEmpty() || other.isEmpty() ? NOTHING : join(other, PortSet::and);
  }

  public AddressPorts minus(AddressPorts other) {
    return isEmpty() || other.isEmpty() ? this : join(other, PortSet::minus);
  }

  /// The pairs whose port is one of these.
  public AddressPorts and(PortSet ports) {
    if (ports.isAll()) {
      return this;
    }
    return and(of(EVERYTHING.rows.getFirst().range(), ports));
  }

  /// The addresses that have a port at all.
  public AddressSet addresses() {
    var all = new ArrayList<Row>();
    rows.forEach(row -> put(all, row.range().first(), row.range().last(), PortSet.ALL));
    return AddressSet.of(new AddressPorts(List.copyOf(all)));
  }

  /// The ports of one address.
  public PortSet at(Address address) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      var row = rows.get(middle);
      if (row.range().contains(address)) {
        return row.ports();
      }
      if (row.range().last().compareTo(address) < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return PortSet.NONE;
  }

  /// All ports of all addresses together.
  public PortSet ports() {
    return rows.stream().map(Row::ports).reduce(PortSet.NONE, PortSet::or);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public List<Row> rows() {
    return rows;
  }

  /// Merges both lists of rows: between two neighbouring bounds nothing changes on either side.
  private AddressPorts join(AddressPorts other, BinaryOperator<PortSet> how) {
    var merged = new ArrayList<Row>();
    var left = new Cursor(rows);
    var right = new Cursor(other.rows);
    Address at = earlier(left.next(), right.next());
    while (at != null) {
      var first = at;
      var last = until(left.until(first), right.until(first));
      var ports = how.apply(left.ports(first), right.ports(first));
      if (!ports.isEmpty()) {
        put(merged, first, last, ports);
      }
      left.skip(last);
      right.skip(last);
      at = following(last, left.next(), right.next());
    }
    return merged.isEmpty() ? NOTHING : new AddressPorts(List.copyOf(merged));
  }

  private static void put(List<Row> rows, Address first, Address last, PortSet ports) {
    if (!rows.isEmpty()) {
      var before = rows.getLast();
      if (before.ports().equals(ports) && before.range().last().next().equals(first)) {
        rows.set(rows.size() - 1, new Row(new AddressRange(before.range().first(), last), ports));
        return;
      }
    }
    rows.add(new Row(new AddressRange(first, last), ports));
  }

  /// Where the merge goes on after `last`: at once where a row goes on, else where the next begins.
  private static @Nullable Address following(
      Address last, @Nullable Address left, @Nullable Address right) {
    var next = earlier(left, right);
    if (next == null || last.equals(new Address(-1, -1))) {
      return null;
    }
    return next.compareTo(last) > 0 ? next : last.next();
  }

  private static @Nullable Address earlier(@Nullable Address a, @Nullable Address b) {
    return a == null ? b : b == null || a.compareTo(b) <= 0 ? a : b;
  }

  private static Address until(Address a, Address b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /// Goes over rows in their order.
  private static final class Cursor {
    private final List<Row> rows;
    private int at;

    Cursor(List<Row> rows) {
      this.rows = rows;
    }

    /// Where the row at hand begins.
    @Nullable Address next() {
      return at < rows.size() ? rows.get(at).range().first() : null;
    }

    /// The last address from `from` on for which nothing changes.
    Address until(Address from) {
      if (at == rows.size()) {
        return new Address(-1, -1);
      }
      var range = rows.get(at).range();
      return range.contains(from) ? range.last() : range.first().previous();
    }

    PortSet ports(Address address) {
      return at < rows.size() && rows.get(at).range().contains(address)
          ? rows.get(at).ports()
          : PortSet.NONE;
    }

    void skip(Address last) {
      if (at < rows.size() && rows.get(at).range().last().compareTo(last) <= 0) {
        at++;
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressPorts pairs && rows.equals(pairs.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return rows.toString();
  }
}
