package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Template;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Finds a source address by exact arithmetic on ranges.
///
/// Where the network must be broad, some unbroken range of more than 2^24 IPv4 or 2^96 IPv6
/// addresses must be left (broader than /8 or /32), or more than half of the address space.
final class NetworkSolver {
  private record Range(BigInteger first, BigInteger last) {}

  private NetworkSolver() {}

  static KeySolver.Solution solve(boolean broad, List<Requirement> requirements) {
    for (int bits : new int[] {32, 128}) {
      List<Range> left =
          List.of(
              new Range(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE)));
      for (Requirement requirement : requirements) {
        left = apply(left, bits, requirement);
      }
      for (Range range : left) {
        if (!broad || isBroad(range, bits) || half(left, bits)) {
          return new KeySolver.Solution.Holds(
              KeyState.of(new Addresses(bits, inside(range, bits), range.last()).firstAsText()));
        }
      }
    }
    return KeySolver.IMPOSSIBLE;
  }

  /// A public address of documentation where it lies in the range, else its first.
  private static BigInteger inside(Range range, int bits) {
    BigInteger example =
        Addresses.parse(bits == 32 ? "203.0.113.77" : "2001:db8::77").orElseThrow().first();
    return range.first().compareTo(example) <= 0 && range.last().compareTo(example) >= 0
        ? example
        : range.first();
  }

  private static boolean isBroad(Range range, int bits) {
    return size(range).compareTo(BigInteger.ONE.shiftLeft(bits == 32 ? 24 : 96)) > 0;
  }

  private static boolean half(List<Range> ranges, int bits) {
    BigInteger total =
        ranges.stream().map(NetworkSolver::size).reduce(BigInteger.ZERO, BigInteger::add);
    return total.compareTo(BigInteger.ONE.shiftLeft(bits - 1)) >= 0;
  }

  private static BigInteger size(Range range) {
    return range.last().subtract(range.first()).add(BigInteger.ONE);
  }

  private static List<Range> apply(List<Range> from, int bits, Requirement requirement) {
    if (requirement.condition().operator().comparison() == Comparison.NULL) {
      boolean acceptsPresent =
          requirement.condition().values().stream()
              .anyMatch(value -> value.text().equalsIgnoreCase("false"));
      return acceptsPresent == requirement.wanted() ? from : List.of();
    }
    List<Range> named = new ArrayList<>();
    for (Template value : requirement.condition().values()) {
      Addresses.parse(value.text())
          .filter(range -> range.bits() == bits)
          .ifPresent(range -> named.add(new Range(range.first(), range.last())));
    }
    boolean inside = requirement.wanted() != requirement.condition().operator().negated();
    List<Range> outside = new ArrayList<>(from);
    for (Range range : named) {
      outside = subtract(outside, range);
    }
    if (!inside) {
      return outside;
    }
    List<Range> result = new ArrayList<>(from);
    for (Range range : outside) {
      result = subtract(result, range);
    }
    return result;
  }

  private static List<Range> subtract(List<Range> from, Range gone) {
    List<Range> left = new ArrayList<>();
    for (Range range : from) {
      if (gone.last().compareTo(range.first()) < 0 || gone.first().compareTo(range.last()) > 0) {
        left.add(range);
        continue;
      }
      if (range.first().compareTo(gone.first()) < 0) {
        left.add(new Range(range.first(), gone.first().subtract(BigInteger.ONE)));
      }
      if (range.last().compareTo(gone.last()) > 0) {
        left.add(new Range(gone.last().add(BigInteger.ONE), range.last()));
      }
    }
    return left;
  }
}
