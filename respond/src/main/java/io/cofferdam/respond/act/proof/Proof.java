package io.cofferdam.respond.act.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What all claims of a change came to.
public record Proof(List<Finding> findings) {
  /// Nothing was asked.
  public static final Proof NONE = new Proof(List.of());

  private static final Set<Finding.Verdict> BAD =
      EnumSet.of(Finding.Verdict.OPENS, Finding.Verdict.LOCKS_OUT, Finding.Verdict.STILL_OPEN);

  public Proof {
    findings = List.copyOf(findings);
  }

  /// Whether the change may be put before those who approve.
  public boolean allows() {
    return findings.stream().noneMatch(each -> BAD.contains(each.verdict()));
  }

  /// Whether every claim was decided.
  public boolean certain() {
    return findings.stream().noneMatch(each -> each.verdict() == Finding.Verdict.UNKNOWN);
  }

  /// Why it may not.
  public String refusal() {
    return findings.stream()
        .filter(each -> BAD.contains(each.verdict()))
        .map(
            each ->
                switch (each.verdict()) {
                  case OPENS -> each.what() + " would be opened: " + each.words();
                  case LOCKS_OUT -> each.what() + " would lock out: " + each.words();
                  default -> each.what() + " would still be open: " + each.words();
                })
        .collect(Collectors.joining("; "));
  }

  /// Whom the change stops.
  public List<String> cuts() {
    return findings.stream().flatMap(each -> each.cuts().stream()).distinct().toList();
  }
}
