package io.cofferdam.respond.exposure;

import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.time.Instant;

/// One act that changed how a database instance can be reached over the network.
///
/// @param subject the instance's ARN; for a rule the security group's id
/// @param slot what of it was set
/// @param change the value from then on: `true` or `false`; of [Slot.Groups] ids with commas
record DatabaseChange(
    String subject, Slot slot, String account, String region, Change<String> change) {

  /// Stands for whichever group, where a record names none.
  static final String ANY_GROUP = "*";

  /// What of an instance or a security group.
  sealed interface Slot {
    /// Whether RDS gives the instance a public address.
    record Public() implements Slot {}

    /// Which security groups it has.
    record Groups() implements Slot {}

    /// Its port.
    record Port() implements Slot {}

    /// A rule of a security group for a range of addresses that nobody owns as a whole.
    record Rule(DoorRule rule) implements Slot {}

    /// Every rule of a security group.
    record AllRules() implements Slot {}
  }

  /// A rule that lets a wide range of addresses reach ports.
  ///
  /// @param from first port; `to` the last
  record DoorRule(int from, int to, String range) {
    boolean holds(int port) {
      return from <= port && port <= to;
    }

    boolean allPorts() {
      return from <= 0 && to >= 65_535;
    }
  }

  /// Two acts with equal keys are one act told twice.
  record Key(String subject, Slot slot, Instant time, String words, String id) {}

  Key key() {
    return new Key(subject, slot, change.time(), change.words(), change.ref().id());
  }

  ResourceId instance() {
    return new ResourceId(ResourceKind.DATABASE, subject);
  }

  boolean aboutInstance() {
    return switch (slot) {
      case Slot.Public _, Slot.Groups _, Slot.Port _ -> true;
      case Slot.Rule _, Slot.AllRules _ -> false;
    };
  }

  static DatabaseChange first(DatabaseChange one, DatabaseChange other) {
    var byInput = Integer.compare(one.change.ref().input(), other.change.ref().input());
    var order =
        byInput != 0
            ? byInput
            : Long.compare(one.change.ref().record(), other.change.ref().record());
    return order <= 0 ? one : other;
  }
}
