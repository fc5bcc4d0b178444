package io.cofferdam.notify.rule;

import java.time.LocalDate;
import java.util.List;

/// How well a rule's text has been checked.
///
/// INVARIANT: only a rule checked against the primary text may clear a duty; every other rule may
/// add a duty or leave it undetermined.
///
/// @param seen the pages read, with what each shows
/// @param by who checked; a person's name once a lawyer has
/// @param legalReview whether a lawyer has approved our reading
public record Verification(
    Status status, List<String> seen, String by, LocalDate date, boolean legalReview) {
  public Verification {
    seen = List.copyOf(seen);
  }

  /// The best source that was read.
  public enum Status {
    /// The publisher's own page (EUR-Lex, legislation.gov.uk) was read, in full for this rule.
    PRIMARY("primary text read"),
    /// A reproduction or summary by a third party was read.
    SECONDARY("reproduction or summary read"),
    /// Written from general knowledge; nothing was read.
    MEMORY("from general knowledge, no text read");

    private final String words;

    Status(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public boolean mayClear() {
    return status == Status.PRIMARY;
  }
}
