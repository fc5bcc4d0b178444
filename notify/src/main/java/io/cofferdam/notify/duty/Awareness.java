package io.cofferdam.notify.duty;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When the organisation became aware: the instants that come into question, and the one that a
/// named person recorded.
///
/// INVARIANT: `recorded` is set by a person with a name, never by an alert or a program.
public record Awareness(List<Candidate> candidates, Optional<Recorded> recorded) {
  public Awareness {
    candidates = candidates.stream().sorted(Comparator.comparing(Candidate::at)).toList();
  }

  /// Where an instant that comes into question came from.
  public enum Kind {
    FIRST_SIGNAL("first signal"),
    TRIAGE_CONFIRMED("triage confirmed"),
    PROCESSOR_TOLD("the processor told us"),
    STATED_WITHOUT_NAME("stated without a name");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /// An instant that comes into question; only good for a what-if.
  public record Candidate(Instant at, Kind kind, String why) {}

  /// The instant that a person recorded.
  public record Recorded(Instant at, String by, String why) {
    public Recorded {
      if (by.isBlank()) {
        throw new IllegalArgumentException("awareness is recorded by a person with a name");
      }
    }
  }

  public static Awareness none() {
    return new Awareness(List.of(), Optional.empty());
  }

  /// Records an instant by a person; without a name it becomes a candidate for a what-if.
  public static Awareness of(Instant at, String by, String why) {
    return by.isBlank()
        ? none().with(new Candidate(at, Kind.STATED_WITHOUT_NAME, why))
        : new Awareness(List.of(), Optional.of(new Recorded(at, by.strip(), why)));
  }

  public Awareness with(Candidate candidate) {
    var all = new ArrayList<>(candidates);
    all.add(candidate);
    return new Awareness(all, recorded);
  }

  /// The earliest instant that comes into question.
  public Optional<Candidate> earliestCandidate() {
    return candidates.stream().findFirst();
  }
}
