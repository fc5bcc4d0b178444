package io.cofferdam.respond.reads;

import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// From where each session was seen to act, and whether addresses tell anything at all.
///
/// A session that acts from a private address and from a public one may be in two hands. Where
/// every record bears one and the same address, addresses were masked or pass one gateway, and
/// prove nothing. At most [#LIMIT] sessions are watched; further ones count as not seen at home.
final class Sightings {
  private static final int LIMIT = 500_000;
  private static final int SOME = 16;

  private final Set<String> home = new HashSet<>();
  private final Set<String> holders = new HashSet<>();
  private final Set<String> addresses = new HashSet<>();
  private final Map<String, String> principals = new HashMap<>();
  private long dropped;

  /// @param signed whether the request came by a presigned URL, which others than the session's
  ///     holder may have used
  synchronized void see(Caller caller, boolean signed) {
    var address = caller.address();
    if (address.isEmpty() || !Cidrs.isAddress(address)) {
      return;
    }
    if (addresses.size() < SOME) {
      addresses.add(address);
    }
    if (principals.size() < SOME) {
      principals.putIfAbsent(Principals.groupingName(caller), address);
    }
    if (caller.kind() == CallerKind.ROLE_SESSION
        && (!caller.vpcEndpoint().isEmpty() || Cidrs.isPrivate(address))) {
      if (home.size() < LIMIT) {
        home.add(session(caller));
      } else if (!home.contains(session(caller))) {
        dropped++;
      }
    } else if (caller.kind() == CallerKind.ROLE_SESSION && !signed) {
      seeHolder(caller);
    }
  }

  private void seeHolder(Caller caller) {
    if (holders.size() < LIMIT) {
      holders.add(held(caller));
    } else if (!holders.contains(held(caller))) {
      dropped++;
    }
  }

  /// Whether the session's holder was seen at the address from which the caller acts: a request
  /// there that was not by a presigned URL.
  synchronized boolean holderSeen(Caller caller) {
    return holders.contains(held(caller));
  }

  private static String held(Caller caller) {
    return session(caller) + ' ' + caller.address();
  }

  /// Whether this session was also seen on a private network.
  synchronized boolean seenAtHome(Caller caller) {
    return home.contains(session(caller));
  }

  /// The one address that every record bears although several principals act, or empty.
  synchronized String onlyAddress() {
    return addresses.size() == 1 && principals.size() > 1 ? addresses.iterator().next() : "";
  }

  synchronized long dropped() {
    return dropped;
  }

  private static String session(Caller caller) {
    return caller.accessKeyId().isEmpty() ? caller.principal() : caller.accessKeyId();
  }
}
