package io.cofferdam.app.datamap;

import java.net.InetAddress;

/// Checks networks in CIDR notation (RFC 4632, RFC 4291 §2.3).
public final class Cidr {
  private Cidr() {}

  /// Whether it is a network, or one address.
  public static boolean networkOrAddress(String text) {
    if (text.indexOf('/') >= 0) {
      return valid(text);
    }
    try {
      return InetAddress.ofLiteral(text).getAddress().length > 0;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  static boolean valid(String text) {
    var slash = text.indexOf('/');
    if (slash <= 0) {
      return false;
    }
    try {
      var address = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
      var bits = Integer.parseInt(text.substring(slash + 1));
      return bits >= 0 && bits <= address.length * 8;
    } catch (IllegalArgumentException notANetwork) {
      return false;
    }
  }
}
