package io.cofferdam.posture.predicate;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers what several tests of one resource give. What is wrong decides, then what is not known.
public final class Verdict {
  private final List<String> wrong = new ArrayList<>();
  private final List<String> witness = new ArrayList<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final List<String> fine = new ArrayList<>();

  /// A test that fails.
  ///
  /// @param why in words that follow those of the control
  /// @param fact the value that shows it
  public Verdict wrong(String why, String fact) {
    wrong.add(why);
    witness.add(fact);
    return this;
  }

  /// A test that cannot be made.
  ///
  /// @param missing what would have to be known, with the permission
  public Verdict open(String missing) {
    open.add(missing);
    return this;
  }

  /// A test that passes.
  public Verdict fine(String why) {
    fine.add(why);
    return this;
  }

  /// Facts that were not learnt.
  ///
  /// @return whether there are any
  public boolean lacks(Resource resource, String... facts) {
    var gaps = resource.gapsOf(List.of(facts));
    gaps.stream().map(Gap::words).map(w -> w + " for " + resource.name()).forEach(open::add);
    return !gaps.isEmpty();
  }

  /// What another answer about the same resource gave.
  public Verdict and(Outcome outcome) {
    switch (outcome) {
      case Outcome.Violated(var why, var shown) -> {
        wrong.add(why);
        witness.addAll(shown);
      }
      case Outcome.Undetermined(var missing) -> open.addAll(missing);
      case Outcome.Met(var proof) -> fine.addAll(proof);
      case Outcome.NotApplicable n -> {}
    }
    return this;
  }

  public Outcome outcome() {
    if (!wrong.isEmpty()) {
      return new Outcome.Violated(String.join("; ", wrong), witness);
    }
    return open.isEmpty() ? new Outcome.Met(fine) : new Outcome.Undetermined(List.copyOf(open));
  }
}
