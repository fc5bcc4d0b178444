package io.cofferdam.respond.export.asl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// The states of the machine, or of one branch of a parallel state.
///
/// @param branch the name of the branch; empty for the machine
record AslScope(ObjectNode states, String branch) {
  boolean inner() {
    return !branch.isEmpty();
  }

  boolean has(String name) {
    return states.has(name);
  }

  /// The name of a state that the scope has for itself: names are unique in the whole machine.
  String own(String name, ObjectNode state) {
    var full = inner() ? name + " (" + branch + ")" : name;
    if (!states.has(full)) {
      states.set(full, state);
    }
    return full;
  }

  /// Lays a told object over the values of the run.
  ///
  /// @param name of the first state
  /// @param told where it is
  void merge(String name, String told, String next) {
    var into = inner() ? name + "--fresh" : next;
    states.set(
        name,
        Asl.pass(
            "$.values",
            Asl.object().put("all.$", "States.JsonMerge($.values.all, " + told + ", false)"),
            into));
    if (inner()) {
      states.set(
          into,
          Asl.pass(
              "$.fresh",
              Asl.object().put("all.$", "States.JsonMerge($.fresh.all, " + told + ", false)"),
              next));
    }
  }

  /// Where a way ends that nothing follows.
  String end(String id, Optional<String> follows) {
    return follows.orElseGet(() -> own(id, Asl.succeed()));
  }

  String stopped() {
    return own(
        "Stopped",
        Asl.fail("Stopped", "a step failed, or nobody answered in time; a person must look"));
  }

  String refused() {
    return own("Refused", Asl.fail("Refused", "those who were asked did not consent"));
  }

  String unknown() {
    return own(
        "Unknown", Asl.fail("Unknown", "a decision needs a value that nobody told, or a number"));
  }
}
