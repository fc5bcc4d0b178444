package io.cofferdam.respond.act.proof;

import io.cofferdam.access.network.packet.AddressPorts;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Claim.Entries.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// That the entries of a network ACL let through less: for each direction and protocol what the
/// first entry that matches allows. Protocols that no entry names are all treated the same.
final class EntriesProof {
  private static final String ALL = "-1";
  private static final String OTHERS = "others";

  private EntriesProof() {}

  static Judgement of(Claim.Entries claim) {
    if (!claim.before().equals(claim.after())) {
      var odd = unread(claim);
      if (!odd.isEmpty()) {
        return new Judgement(claim.what(), Verdict.UNKNOWN, odd, List.of());
      }
    }
    List<String> cuts = new ArrayList<>();
    for (var inward : List.of(true, false)) {
      for (var protocol : protocols(claim)) {
        var before = allowed(claim.before(), inward, protocol);
        var after = allowed(claim.after(), inward, protocol);
        var more = after.minus(before);
        if (!more.isEmpty()) {
          return new Judgement(
              claim.what(), Verdict.OPENS, words(inward, protocol, more), List.of());
        }
        var less = before.minus(after);
        if (!less.isEmpty()) {
          cuts.add(words(inward, protocol, less));
        }
      }
    }
    return cuts.isEmpty()
        ? new Judgement(claim.what(), Verdict.UNCHANGED, "it lets through the same", List.of())
        : new Judgement(claim.what(), Verdict.PROVED, "nothing passes that did not before", cuts);
  }

  /// Entries that mean some packets only, or whose peer is no CIDR, cannot be compared.
  private static String unread(Claim.Entries claim) {
    var odd = new TreeSet<String>();
    for (var entries : List.of(claim.before(), claim.after())) {
      for (var entry : entries) {
        if (entry.part()) {
          odd.add("entry " + entry.number() + " is for one ICMP code");
        } else if (AddressSet.cidr(entry.peer()).isEmpty()) {
          odd.add("entry " + entry.number() + " has no CIDR");
        }
      }
    }
    return String.join("; ", odd);
  }

  private static Set<String> protocols(Claim.Entries claim) {
    var protocols = new TreeSet<String>();
    protocols.add(OTHERS);
    for (var entries : List.of(claim.before(), claim.after())) {
      entries.stream()
          .map(Entry::protocol)
          .filter(each -> !each.equals(ALL))
          .forEach(protocols::add);
    }
    return protocols;
  }

  private static AddressPorts allowed(List<Entry> entries, boolean inward, String protocol) {
    var allowed = AddressPorts.NOTHING;
    var decided = AddressPorts.NOTHING;
    var ordered =
        entries.stream()
            .filter(each -> each.inward() == inward)
            .filter(each -> each.protocol().equals(ALL) || each.protocol().equals(protocol))
            .sorted(Comparator.comparingInt(Entry::number))
            .toList();
    for (var entry : ordered) {
      var means =
          AddressSet.cidr(entry.peer())
              .map(each -> each.with(PortSet.range(entry.from(), entry.to())))
              .orElse(AddressPorts.NOTHING);
      if (entry.allow()) {
        allowed = allowed.or(means.minus(decided));
      }
      decided = decided.or(means);
    }
    return allowed;
  }

  private static String words(boolean inward, String protocol, AddressPorts traffic) {
    return (inward ? "from outside, " : "to outside, ")
        + (protocol.equals(OTHERS) ? "any other protocol, " : "protocol " + protocol + ", ")
        + traffic.addresses()
        + " ports "
        + traffic.ports();
  }
}
