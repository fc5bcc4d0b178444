package io.cofferdam.posture.network;

import io.cofferdam.access.network.packet.AddressSet;
import java.math.BigInteger;

/// Whether a set of addresses is anybody, or somebody: more than a block of /8 (IPv6: /32) counts
/// as anybody, as for policies.
public final class Breadth {
  private static final BigInteger V4 = BigInteger.ONE.shiftLeft(24);
  private static final BigInteger V6 = BigInteger.ONE.shiftLeft(96);

  private Breadth() {}

  public static boolean anybody(AddressSet addresses) {
    return addresses.and(AddressSet.V4).size().compareTo(V4) > 0
        || addresses.and(AddressSet.V6).size().compareTo(V6) > 0;
  }
}
