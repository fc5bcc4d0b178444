package io.cofferdam.app.scan.planted;

import java.util.Set;

/// One resource that was planted.
///
/// @param resource its ARN
/// @param how what was done to it, in a few words
/// @param faults the ids of the controls that it violates
/// @param quiet the ids of the controls that it looks as if it violated, and does not
public record Plant(String resource, String how, Set<String> faults, Set<String> quiet) {
  public Plant {
    faults = Set.copyOf(faults);
    quiet = Set.copyOf(quiet);
  }
}
