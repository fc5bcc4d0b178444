package io.cofferdam.access.aws.condition;

import java.math.BigInteger;
import java.util.Optional;

/// A range of IPv4 or IPv6 addresses.
///
/// @param bits 32 or 128
public record Addresses(int bits, BigInteger first, BigInteger last) {

  private static final BigInteger V4_MAPPED = BigInteger.valueOf(0xffff);

  /// An address or a CIDR block (RFC 4632, RFC 4291); host bits below the prefix are ignored.
  /// An IPv4-mapped IPv6 address is the
  /// IPv4 address it maps. Names are never looked up.
  public static Optional<Addresses> parse(String text) {
    if (text.length() > 64) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    String address = (slash < 0 ? text : text.substring(0, slash)).strip();
    boolean v6 = address.indexOf(':') >= 0;
    int bits = v6 ? 128 : 32;
    Optional<BigInteger> value = v6 ? v6(address) : v4(address);
    int prefix = slash < 0 ? bits : number(text.substring(slash + 1).strip(), bits);
    if (value.isEmpty() || prefix < 0) {
      return Optional.empty();
    }
    if (v6 && prefix >= 96 && value.get().shiftRight(32).equals(V4_MAPPED)) {
      // ::ffff:203.0.113.9 is the same host as 203.0.113.9 (RFC 4291, 2.5.5.2)
      bits = 32;
      prefix -= 96;
      value = value.map(mapped -> mapped.and(BigInteger.valueOf(0xffff_ffffL)));
    }
    BigInteger host = BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
    BigInteger first = value.get().andNot(host);
    return Optional.of(new Addresses(bits, first, first.or(host)));
  }

  /// A decimal number from 0 to `max`, else -1.
  private static int number(String digits, int max) {
    if (digits.isEmpty() || digits.length() > 3) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value <= max ? value : -1;
  }

  private static Optional<BigInteger> v4(String address) {
    String[] octets = address.split("\\.", -1);
    if (octets.length != 4) {
      return Optional.empty();
    }
    long value = 0;
    for (String octet : octets) {
      int number = number(octet, 255);
      if (number < 0) {
        return Optional.empty();
      }
      value = value << 8 | number;
    }
    return Optional.of(BigInteger.valueOf(value));
  }

  private static Optional<BigInteger> v6(String address) {
    String text = address;
    int lastColon = text.lastIndexOf(':');
    if (text.indexOf('.') > lastColon) {
      Optional<BigInteger> tail = v4(text.substring(lastColon + 1));
      if (tail.isEmpty()) {
        return Optional.empty();
      }
      int low = tail.get().intValue();
      text =
          text.substring(0, lastColon + 1)
              + Integer.toHexString(low >>> 16)
              + ":"
              + Integer.toHexString(low & 0xffff);
    }
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    String[] head = groups(gap < 0 ? text : text.substring(0, gap));
    String[] tail = gap < 0 ? new String[0] : groups(text.substring(gap + 2));
    int count = head.length + tail.length;
    if (gap < 0 ? count != 8 : count > 7) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < 8; i++) {
      String group =
          i < head.length ? head[i] : i >= 8 - tail.length ? tail[i - (8 - tail.length)] : "0";
      int number = hex(group);
      if (number < 0) {
        return Optional.empty();
      }
      value = value.shiftLeft(16).or(BigInteger.valueOf(number));
    }
    return Optional.of(value);
  }

  private static String[] groups(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }

  private static int hex(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      int digit = Character.digit(group.charAt(i), 16);
      if (digit < 0 || group.charAt(i) > 'f') {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  public boolean contains(Addresses other) {
    return bits == other.bits
        && first.compareTo(other.first) <= 0
        && last.compareTo(other.last) >= 0;
  }

  /// The first address, as text.
  public String firstAsText() {
    StringBuilder text = new StringBuilder();
    if (bits == 32) {
      int value = first.intValue();
      return (value >>> 24)
          + "."
          + (value >>> 16 & 255)
          + "."
          + (value >>> 8 & 255)
          + "."
          + (value & 255);
    }
    for (int i = 7; i >= 0; i--) {
      text.append(Integer.toHexString(first.shiftRight(16 * i).intValue() & 0xffff));
      text.append(i > 0 ? ":" : "");
    }
    return text.toString();
  }
}
