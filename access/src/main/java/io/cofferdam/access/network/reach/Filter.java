package io.cofferdam.access.network.reach;

import io.cofferdam.access.network.packet.AddressPorts;
import java.util.List;

/// What a rule set lets pass, as pairs of a remote address and the port that is connected to.
///
/// @param sure what surely passes
/// @param possible what may pass; holds all of `sure`
/// @param open why they differ
record Filter(AddressPorts sure, AddressPorts possible, List<String> open) {
  static final Filter OPEN =
      new Filter(AddressPorts.EVERYTHING, AddressPorts.EVERYTHING, List.of());

  Filter {
    open = List.copyOf(open);
  }

  static Filter exactly(AddressPorts passing) {
    return new Filter(passing, passing, List.of());
  }

  static Filter unknown(String why) {
    return new Filter(AddressPorts.NOTHING, AddressPorts.EVERYTHING, List.of(why));
  }
}
