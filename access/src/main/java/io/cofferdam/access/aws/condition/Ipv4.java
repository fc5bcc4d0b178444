package io.cofferdam.access.aws.condition;

/// IPv4 blocks as numbers, for the comparison that network conditions make most often. What it does
/// not read, [Addresses] may.
final class Ipv4 {
  private Ipv4() {}

  /// `203.0.113.0/24` as `address * 64 + prefix`; -1 when it is not exactly of that form or a
  /// plain address.
  static long range(String text) {
    long address = 0;
    int octet = 0;
    int digits = 0;
    int dots = 0;
    int i = 0;
    for (; i < text.length() && text.charAt(i) != '/'; i++) {
      char c = text.charAt(i);
      if (c == '.' && digits > 0 && dots < 3) {
        address = address << 8 | octet;
        octet = 0;
        digits = 0;
        dots++;
      } else if (c >= '0' && c <= '9' && digits < 3) {
        octet = octet * 10 + (c - '0');
        digits++;
      } else {
        return -1;
      }
      if (octet > 255) {
        return -1;
      }
    }
    if (dots != 3 || digits == 0) {
      return -1;
    }
    int prefix = i < text.length() ? prefix(text, i + 1) : 32;
    return prefix < 0 ? -1 : (address << 8 | octet) << 6 | prefix;
  }

  private static int prefix(String text, int from) {
    int length = text.length() - from;
    if (length < 1 || length > 2) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value <= 32 ? value : -1;
  }

  /// Whether the first block holds all of the second.
  static boolean contains(long range, long other) {
    int prefix = (int) (range & 63);
    return prefix <= (other & 63)
        && (prefix == 0 || (range >> 6) >> (32 - prefix) == (other >> 6) >> (32 - prefix));
  }
}
