package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.reach.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One link of an explanation.
///
/// @param sentence who does what: `role ci (111122223333) assumes role train (444455556666)`
/// @param step the act by which an actor becomes available, or opens a resource; empty for the
///     deed itself
/// @param grounds what allows it
/// @param onlyIf on what it depends, in words; empty where it is certain
public record Hop(String sentence, Optional<Step> step, List<Ground> grounds, Set<String> onlyIf) {
  public Hop {
    grounds = List.copyOf(grounds);
    onlyIf = new TreeSet<>(onlyIf);
  }
}
