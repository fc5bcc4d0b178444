package io.cofferdam.posture.predicate.identity;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import java.util.ArrayList;
import java.util.List;

/// Several questions about one resource, gathered into one outcome: a fault violates whatever else
/// is not known; without a fault what is not known leaves it open; else it is met.
final class Checks {
  private final List<String> faults = new ArrayList<>();
  private final List<String> witness = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> proof = new ArrayList<>();

  /// Something that is not as it must be.
  ///
  /// @param words for a person
  /// @param seen the value that shows it
  Checks fault(String words, String seen) {
    faults.add(words);
    witness.add(seen);
    return this;
  }

  /// Something that would have to be known: `permission: what`.
  Checks open(String what) {
    if (!missing.contains(what)) {
      missing.add(what);
    }
    return this;
  }

  Checks open(List<Gap> gaps) {
    gaps.forEach(gap -> open(gap.words()));
    return this;
  }

  /// Something that is as it must be.
  Checks holds(String words) {
    proof.add(words);
    return this;
  }

  boolean faulty() {
    return !faults.isEmpty();
  }

  boolean isOpen() {
    return !missing.isEmpty();
  }

  Outcome outcome() {
    if (!faults.isEmpty()) {
      return new Outcome.Violated(String.join("; ", faults), witness);
    }
    return missing.isEmpty() ? new Outcome.Met(proof) : new Outcome.Undetermined(missing);
  }
}
