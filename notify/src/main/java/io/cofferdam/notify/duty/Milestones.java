package io.cofferdam.notify.duty;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What has been done or ordered so far, each recorded by a named person: submissions by rule id,
/// and orders of an authority by rule id.
public record Milestones(Map<String, Done> submitted, Map<String, Done> ordered) {
  public Milestones {
    submitted = Map.copyOf(submitted);
    ordered = Map.copyOf(ordered);
  }

  /// One step, by a named person.
  public record Done(Instant at, String by) {
    public Done {
      if (by.isBlank()) {
        throw new IllegalArgumentException("a step is recorded by a person with a name");
      }
    }
  }

  public static Milestones none() {
    return new Milestones(Map.of(), Map.of());
  }

  public Milestones withSubmission(String ruleId, Instant at, String by) {
    var all = new LinkedHashMap<>(submitted);
    all.put(ruleId, new Done(at, by));
    return new Milestones(all, ordered);
  }

  public Milestones withOrder(String ruleId, Instant at, String by) {
    var all = new LinkedHashMap<>(ordered);
    all.put(ruleId, new Done(at, by));
    return new Milestones(submitted, all);
  }

  public Optional<Done> submission(String ruleId) {
    return Optional.ofNullable(submitted.get(ruleId));
  }

  public Optional<Done> order(String ruleId) {
    return Optional.ofNullable(ordered.get(ruleId));
  }
}
