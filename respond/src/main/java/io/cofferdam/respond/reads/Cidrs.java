package io.cofferdam.respond.reads;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A set of networks (RFC 4632, RFC 4291) that addresses are looked up in; a bare address is a
/// network of one. What is no network is passed over: the caller has checked it.
public final class Cidrs {
  private static final Cidrs PRIVATE =
      new Cidrs(
          List.of(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "fc00::/7",
              "fe80::/10",
              "::1/128"));

  /// Whether a text that came before is an address; the same few come again and again.
  private static final Map<String, Boolean> ADDRESSES = new ConcurrentHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(byte[] address, int bits) {}

  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, Boolean> known = new HashMap<>();

  public Cidrs(List<String> networks) {
    for (var network : networks) {
      int slash = network.indexOf('/');
      var address = bytes(slash < 0 ? network : network.substring(0, slash));
      if (address != null) {
        int all = address.length * 8;
        blocks.add(new Block(address, slash < 0 ? all : prefix(network, slash, all)));
      }
    }
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  public boolean contains(String address) {
    if (blocks.isEmpty()) {
      return false;
    }
    if (known.size() > 100_000) {
      known.clear();
    }
    return known.computeIfAbsent(address, this::lookUp);
  }

  /// Whether the address is one that no packet from the internet can bear (RFC 1918, 6598, 4193).
  public static boolean isPrivate(String address) {
    synchronized (PRIVATE) {
      return PRIVATE.contains(address);
    }
  }

  /// Whether the text is an address at all; logs also put service names there.
  public static boolean isAddress(String text) {
    if (ADDRESSES.size() > 100_000) {
      ADDRESSES.clear();
    }
    var seen = ADDRESSES.get(text);
    return seen != null ? seen : ADDRESSES.computeIfAbsent(text, each -> bytes(each) != null);
  }

  private boolean lookUp(String text) {
    var address = bytes(text);
    return address != null && blocks.stream().anyMatch(b -> within(address, b));
  }

  private static boolean within(byte[] address, Block block) {
    if (address.length != block.address().length) {
      return false;
    }
    for (int bit = 0; bit < block.bits(); bit++) {
      int mask = 0x80 >> (bit & 7);
      if ((address[bit >> 3] & mask) != (block.address()[bit >> 3] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int prefix(String network, int slash, int all) {
    try {
      return Math.clamp(Integer.parseInt(network.substring(slash + 1)), 0, all);
    } catch (NumberFormatException notANumber) {
      return all;
    }
  }

  private static byte @Nullable [] bytes(String text) {
    if (text.isEmpty() || (text.indexOf('.') < 0 && text.indexOf(':') < 0)) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }
}
