package io.cofferdam.access.network.packet;

import io.cofferdam.access.aws.condition.Addresses;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A set of addresses of both families. Immutable; every operation is exact and takes time in the
/// number of ranges of both sides.
public final class AddressSet {
  public static final AddressSet NONE = new AddressSet(AddressPorts.NOTHING);
  private static final AddressSet MAPPED =
      of(new AddressRange(Address.v4(0), Address.v4(0xffff_ffffL)));
  private static final AddressSet ALL =
      of(new AddressRange(new Address(0, 0), new Address(-1, -1)));

  /// All IPv4 addresses: `0.0.0.0/0`.
  public static final AddressSet V4 = MAPPED;

  /// All IPv6 addresses: `::/0`.
  public static final AddressSet V6 = ALL.minus(MAPPED);

  /// The addresses that a packet of the public internet can come from or go to: the special blocks
  /// of RFC 6890 that no router forwards are left out; those for documents (RFC 5737) are not.
  public static final AddressSet INTERNET =
      V4.minus(
              cidrs(
                  "0.0.0.0/8",
                  "10.0.0.0/8",
                  "100.64.0.0/10",
                  "127.0.0.0/8",
                  "169.254.0.0/16",
                  "172.16.0.0/12",
                  "192.168.0.0/16",
                  "224.0.0.0/3"))
          .or(cidrs("2000::/3"));

  private final AddressPorts members;

  private AddressSet(AddressPorts members) {
    this.members = members;
  }

  /// Takes a relation in which every address has all ports or none.
  static AddressSet of(AddressPorts members) {
    return new AddressSet(members);
  }

  public static AddressSet of(AddressRange range) {
    return new AddressSet(AddressPorts.of(range, PortSet.ALL));
  }

  public static AddressSet of(Address address) {
    return of(new AddressRange(address, address));
  }

  /// An address or a block; empty where the text is none. `::/0` is all of IPv6 and no IPv4.
  public static Optional<AddressSet> cidr(String text) {
    return Addresses.parse(text)
        .map(
            block -> {
              var all = of(new AddressRange(Address.first(block), Address.last(block)));
              return block.bits() == 32 ? all : all.minus(MAPPED);
            });
  }

  private static AddressSet cidrs(String... blocks) {
    var all = NONE;
    for (var block : blocks) {
      all = all.or(cidr(block).orElseThrow());
    }
    return all;
  }

  public AddressSet or(AddressSet other) {
    return new AddressSet(members.or(other.members));
  }

  public AddressSet and(AddressSet other) {
    return new AddressSet(members.and(other.members));
  }

  public AddressSet minus(AddressSet other) {
    return new AddressSet(members.minus(other.members));
  }

  public boolean contains(Address address) {
    return !members.at(address).isEmpty();
  }

  public boolean containsAll(AddressSet other) {
    return other.minus(this).isEmpty();
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  /// Any member: the first one.
  public Optional<Address> any() {
    return ranges().stream().findFirst().map(AddressRange::first);
  }

  /// Disjoint, in order, with a gap between any two.
  public List<AddressRange> ranges() {
    return members.rows().stream().map(AddressPorts.Row::range).toList();
  }

  /// How many members it has.
  public BigInteger size() {
    var size = BigInteger.ZERO;
    for (var range : ranges()) {
      size = size.add(range.last().number()).subtract(range.first().number()).add(BigInteger.ONE);
    }
    return size;
  }

  /// The same with every port in `ports`.
  public AddressPorts with(PortSet ports) {
    return members.and(ports);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressSet set && members.equals(set.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  /// At most three ranges, and how many more there are.
  @Override
  public String toString() {
    var ranges = ranges();
    var shown = ranges.stream().limit(3).map(Object::toString).collect(Collectors.joining(", "));
    return ranges.size() > 3 ? shown + " and " + (ranges.size() - 3) + " more ranges" : shown;
  }
}
