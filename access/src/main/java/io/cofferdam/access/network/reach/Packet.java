package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.packet.Address;

/// The first packet of a connection, with addresses as its sender sees them.
public record Packet(
    Protocol protocol, Address source, int sourcePort, Address destination, int destinationPort) {

  /// `tcp 198.51.100.7:50000 to 203.0.113.9:8000`.
  public String words() {
    return "%s %s to %s"
        .formatted(
            protocol == Protocol.TCP ? "tcp" : "udp",
            end(source, sourcePort),
            end(destination, destinationPort));
  }

  private static String end(Address address, int port) {
    return address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }
}
