package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import java.util.List;

/// Whether a connection can be made.
public sealed interface ReachAnswer {

  /// It can: packets arrive and answers come back.
  ///
  /// @param witness the first packet of one connection
  /// @param hops what it passes
  /// @param far all addresses of the other end for which it is sure
  /// @param ports the ports of the end that answers for which it is sure
  /// @param mayFar all addresses for which it may be so, for all that is known; holds all of `far`
  /// @param open why `mayFar` is more than `far`
  record Reachable(
      Packet witness,
      List<Hop> hops,
      AddressSet far,
      PortSet ports,
      AddressSet mayFar,
      List<String> open)
      implements ReachAnswer {
    public Reachable {
      hops = List.copyOf(hops);
      open = List.copyOf(open);
    }
  }

  /// Packets arrive, but no answer comes back: enough for a protocol that needs none.
  ///
  /// @param why why answers do not come back
  record OneWay(Packet witness, List<Hop> hops, List<String> why) implements ReachAnswer {
    public OneWay {
      hops = List.copyOf(hops);
      why = List.copyOf(why);
    }
  }

  /// It cannot.
  ///
  /// @param why where the ways end
  record Blocked(List<String> why) implements ReachAnswer {
    public Blocked {
      why = List.copyOf(why);
    }
  }

  /// It could not be told.
  ///
  /// @param hops a way that may be open
  /// @param mayFar the addresses of the other end for which it may be so
  /// @param ports the ports for which it may be so
  /// @param why what would have to be known
  record Unknown(List<Hop> hops, AddressSet mayFar, PortSet ports, List<String> why)
      implements ReachAnswer {
    public Unknown {
      hops = List.copyOf(hops);
      why = List.copyOf(why);
    }
  }
}
