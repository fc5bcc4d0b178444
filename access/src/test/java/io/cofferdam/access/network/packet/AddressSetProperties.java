package io.cofferdam.access.network.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Sets of ranges against sets of bits.
@Covers("P-01")
class AddressSetProperties {
  private static final int SPACE = 24;

  /// Points of a small space, spread over both halves of an address and across the border of IPv4.
  private static Address at(int point) {
    return switch (point / 8) {
      case 0 -> new Address(0, Address.MAPPED - 4 + point);
      case 1 -> new Address(7, -4 + (point - 8));
      default -> new Address(-1, -8 + (point - 16));
    };
  }

  record Blocks(List<int[]> blocks) {}

  @Provide
  Arbitrary<Blocks> blocks() {
    var point = Arbitraries.integers().between(0, SPACE - 1);
    return Combinators.combine(point, point)
        .as((a, b) -> new int[] {Math.min(a, b), Math.max(a, b)})
        .list()
        .ofMaxSize(5)
        .map(Blocks::new);
  }

  private static AddressSet set(Blocks blocks) {
    var all = AddressSet.NONE;
    for (var block : blocks.blocks()) {
      for (int i = block[0]; i <= block[1]; i++) {
        all = all.or(AddressSet.of(at(i)));
      }
    }
    return all;
  }

  private static BitSet bits(Blocks blocks) {
    var bits = new BitSet();
    blocks.blocks().forEach(block -> bits.set(block[0], block[1] + 1));
    return bits;
  }

  private static void same(AddressSet set, BitSet bits) {
    for (int i = 0; i < SPACE; i++) {
      assertThat(set.contains(at(i))).as("point %s", i).isEqualTo(bits.get(i));
    }
    assertThat(set.size()).isEqualTo(BigInteger.valueOf(bits.cardinality()));
    assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
    var ranges = set.ranges();
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).first()).isGreaterThan(ranges.get(i - 1).last().next());
    }
  }

  @Property(tries = 500)
  void operationsAgreeWithBits(@ForAll("blocks") Blocks a, @ForAll("blocks") Blocks b) {
    var or = bits(a);
    or.or(bits(b));
    same(set(a).or(set(b)), or);
    var and = bits(a);
    and.and(bits(b));
    same(set(a).and(set(b)), and);
    var minus = bits(a);
    minus.andNot(bits(b));
    same(set(a).minus(set(b)), minus);
  }

  @Property(tries = 500)
  void equalSetsAreEqualHoweverMade(@ForAll("blocks") Blocks a, @ForAll("blocks") Blocks b) {
    assertThat(set(a).or(set(b))).isEqualTo(set(b).or(set(a)));
    assertThat(set(a).minus(set(b)).or(set(a).and(set(b)))).isEqualTo(set(a));
  }

  @Property(tries = 500)
  void portsAgreeWithBits(@ForAll("blocks") Blocks a, @ForAll("blocks") Blocks b) {
    var or = bits(a);
    or.or(bits(b));
    var and = bits(a);
    and.and(bits(b));
    var minus = bits(a);
    minus.andNot(bits(b));
    for (int port = 0; port < SPACE; port++) {
      assertThat(ports(a).or(ports(b)).contains(port)).isEqualTo(or.get(port));
      assertThat(ports(a).and(ports(b)).contains(port)).isEqualTo(and.get(port));
      assertThat(ports(a).minus(ports(b)).contains(port)).isEqualTo(minus.get(port));
    }
    assertThat(ports(a).or(ports(b))).isEqualTo(ports(b).or(ports(a)));
  }

  private static PortSet ports(Blocks blocks) {
    var all = PortSet.NONE;
    for (var block : blocks.blocks()) {
      all = all.or(PortSet.range(block[0], block[1]));
    }
    return all;
  }

  @Example
  void aFamilyNeverHoldsTheOther() {
    assertThat(AddressSet.cidr("0.0.0.0/0")).contains(AddressSet.V4);
    assertThat(AddressSet.cidr("::/0")).contains(AddressSet.V6);
    assertThat(AddressSet.V4.and(AddressSet.V6).isEmpty()).isTrue();
    assertThat(AddressSet.V4.size()).isEqualTo(BigInteger.ONE.shiftLeft(32));
    assertThat(AddressSet.V6.size())
        .isEqualTo(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE.shiftLeft(32)));
  }

  @Example
  void theInternetHoldsNoPrivateAddress() {
    for (var address :
        List.of("10.1.2.3", "172.31.0.1", "192.168.0.9", "169.254.169.254", "fd00::1")) {
      assertThat(AddressSet.INTERNET.contains(Address.of(address).orElseThrow())).isFalse();
    }
    for (var address : List.of("198.51.100.7", "172.32.0.1", "8.8.8.8", "2600:1f14::1")) {
      assertThat(AddressSet.INTERNET.contains(Address.of(address).orElseThrow())).isTrue();
    }
  }

  @Example
  void whatIsNoBlockIsNone() {
    for (var text : List.of("", "10.0.0.0/33", "300.1.1.1", "10.0.0", "::/129", "example.org")) {
      assertThat(AddressSet.cidr(text)).as(text).isEmpty();
    }
  }

  @Example
  void addressesAreWrittenAsReadersKnowThem() {
    assertThat(Address.of("203.0.113.9").orElseThrow()).hasToString("203.0.113.9");
    assertThat(Address.of("2001:db8::1").orElseThrow()).hasToString("2001:db8:0:0:0:0:0:1");
    assertThat(AddressSet.cidr("203.0.113.0/24").orElseThrow())
        .hasToString("203.0.113.0-203.0.113.255");
    assertThat(PortSet.of(List.of(80, 443, 444))).hasToString("80, 443-444");
  }
}
