package io.cofferdam.respond.act.proof;

import io.cofferdam.access.network.packet.AddressPorts;
import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import io.cofferdam.respond.spi.Claim.Traffic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// That the rules in force at an interface let through less. Rules add up; peers that are groups or
/// prefix lists are compared by their names.
final class TrafficProof {
  private static final String ALL = "-1";

  private TrafficProof() {}

  static Judgement of(Claim.Traffic claim) {
    var before = allowed(claim.before());
    var after = allowed(claim.after());
    for (var entry : after.entrySet()) {
      var more = entry.getValue().minus(covered(before, entry.getKey()));
      if (!more.addresses().isEmpty()) {
        return new Judgement(
            claim.what(),
            Verdict.OPENS,
            words(entry.getKey()) + " " + more.addresses() + " ports " + more.ports(),
            List.of());
      }
    }
    var then = new TreeSet<>(named(claim.before()));
    var now = new TreeSet<>(named(claim.after()));
    var added = new TreeSet<>(now);
    added.removeAll(then);
    if (!added.isEmpty()) {
      return new Judgement(claim.what(), Verdict.OPENS, String.join(", ", added), List.of());
    }
    List<String> cuts = new ArrayList<>();
    for (var entry : before.entrySet()) {
      var less = entry.getValue().minus(covered(after, entry.getKey()));
      if (!less.addresses().isEmpty()) {
        cuts.add(words(entry.getKey()) + " " + less.addresses() + " ports " + less.ports());
      }
    }
    then.removeAll(now);
    cuts.addAll(then);
    return cuts.isEmpty()
        ? new Judgement(claim.what(), Verdict.UNCHANGED, "it lets through the same", List.of())
        : new Judgement(claim.what(), Verdict.PROVED, "nothing passes that did not before", cuts);
  }

  /// What a direction and a protocol are allowed: all that the rules give for it and for all
  /// protocols.
  private static AddressPorts covered(Map<Direction, AddressPorts> allowed, Direction asked) {
    return allowed
        .getOrDefault(asked, AddressPorts.NOTHING)
        .or(allowed.getOrDefault(new Direction(asked.inward(), ALL), AddressPorts.NOTHING));
  }

  private record Direction(boolean inward, String protocol) {}

  private static Map<Direction, AddressPorts> allowed(List<Rule> rules) {
    Map<Direction, AddressPorts> allowed = new HashMap<>();
    for (var rule : rules) {
      AddressSet.cidr(rule.peer())
          .ifPresent(
              addresses ->
                  allowed.merge(
                      new Direction(rule.inward(), rule.protocol()),
                      addresses.with(PortSet.range(rule.from(), rule.to())),
                      AddressPorts::or));
    }
    return allowed;
  }

  private static List<String> named(List<Rule> rules) {
    return rules.stream()
        .filter(rule -> AddressSet.cidr(rule.peer()).isEmpty())
        .map(
            rule ->
                words(new Direction(rule.inward(), rule.protocol()))
                    + " "
                    + rule.peer()
                    + " ports "
                    + rule.from()
                    + " to "
                    + rule.to())
        .toList();
  }

  private static String words(Direction direction) {
    return (direction.inward() ? "from outside, " : "to outside, ")
        + (direction.protocol().equals(ALL) ? "any protocol," : direction.protocol() + ",");
  }
}
