package io.cofferdam.access.aws.condition;

import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Template;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Compares one value of a request with one value of a policy. A value that is not of the
/// operator's type matches nothing.
public final class ValueTest {
  private ValueTest() {}

  /// Whether the value satisfies the comparison.
  ///
  /// @param wanted with all variables resolved
  public static boolean matches(Comparison comparison, Template wanted, String value) {
    return switch (comparison) {
      case STRING_EQUALS -> wanted.text().equals(value);
      case STRING_EQUALS_IGNORE_CASE -> wanted.text().equalsIgnoreCase(value);
      case STRING_LIKE -> wanted.pattern().matches(value);
      case ARN_LIKE -> wanted.arnPattern().matches(value);
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          ordered(comparison, number(value), number(wanted.text()));
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          ordered(comparison, Moments.parse(value), Moments.parse(wanted.text()));
      case BOOL -> isBoolean(value) && wanted.text().equalsIgnoreCase(value);
      case BINARY_EQUALS -> sameBytes(wanted.text(), value);
      case IP_ADDRESS -> inRange(wanted.text(), value);
      case NULL -> false;
    };
  }

  private static boolean isBoolean(String value) {
    return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
  }

  private static <T extends Comparable<? super T>> boolean ordered(
      Comparison comparison, Optional<T> value, Optional<T> wanted) {
    if (value.isEmpty() || wanted.isEmpty()) {
      return false;
    }
    int order = value.get().compareTo(wanted.get());
    return switch (comparison) {
      case NUMERIC_EQUALS, DATE_EQUALS -> order == 0;
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
      case STRING_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          ARN_LIKE,
          BOOL,
          BINARY_EQUALS,
          IP_ADDRESS,
          NULL ->
          false;
    };
  }

  /// A decimal number of at most 60 characters and a modest exponent.
  public static Optional<BigDecimal> number(String text) {
    if (text.isEmpty() || text.length() > 60) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(text.strip());
      return Math.abs((long) number.scale()) > 1_000 ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean sameBytes(String wanted, String value) {
    Optional<byte[]> left = bytes(wanted);
    Optional<byte[]> right = bytes(value);
    return left.isPresent() && right.isPresent() && Arrays.equals(left.get(), right.get());
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean inRange(String cidr, String address) {
    long range4 = Ipv4.range(cidr);
    long one4 = Ipv4.range(address);
    if (range4 >= 0 && one4 >= 0) {
      return Ipv4.contains(range4, one4);
    }
    Optional<Addresses> range = Addresses.parse(cidr);
    Optional<Addresses> one = Addresses.parse(address);
    return range.isPresent() && one.isPresent() && range.get().contains(one.get());
  }
}
