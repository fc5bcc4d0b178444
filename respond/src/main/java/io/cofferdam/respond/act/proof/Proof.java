package io.cofferdam.respond.act.proof;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What all claims of a change came to.
public record Proof(List<Judgement> judgements) {
  /// Nothing was asked.
  public static final Proof NONE = new Proof(List.of());

  private static final Set<Judgement.Verdict> BAD =
      EnumSet.of(
          Judgement.Verdict.OPENS,
          Judgement.Verdict.LOSES,
          Judgement.Verdict.LOCKS_OUT,
          Judgement.Verdict.STILL_OPEN);

  public Proof {
    judgements = List.copyOf(judgements);
  }

  /// Whether the change may be put before those who approve.
  public boolean allows() {
    return judgements.stream().noneMatch(each -> BAD.contains(each.verdict()));
  }

  /// Whether every claim was decided.
  public boolean certain() {
    return judgements.stream().noneMatch(each -> each.verdict() == Judgement.Verdict.UNKNOWN);
  }

  /// Why it may not.
  public String refusal() {
    return judgements.stream()
        .filter(each -> BAD.contains(each.verdict()))
        .map(
            each ->
                switch (each.verdict()) {
                  case OPENS -> each.what() + " would be opened: " + each.words();
                  case LOSES -> each.what() + " would lose: " + each.words();
                  case LOCKS_OUT -> each.what() + " would lock out: " + each.words();
                  default -> each.what() + " would still be open: " + each.words();
                })
        .collect(Collectors.joining("; "));
  }

  /// Whom the change stops.
  public List<String> cuts() {
    return judgements.stream().flatMap(each -> each.cuts().stream()).distinct().toList();
  }
}
