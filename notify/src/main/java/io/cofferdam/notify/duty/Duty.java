package io.cofferdam.notify.duty;

import io.cofferdam.model.Reason;
import io.cofferdam.notify.rule.Citation;
import io.cofferdam.notify.rule.Rule;
import java.util.List;

/// One duty towards one recipient, as the rules and the facts give it.
///
/// @param whatIf true for a rule version that is not law: shown apart, never acted upon
/// @param decides the open questions, the one that starts the earliest clock first; empty unless
///     undetermined
/// @param notes what a reader must know: verification, thresholds, late reasons
public record Duty(
    Rule rule,
    Recipient recipient,
    DutyState state,
    DutyClock clock,
    boolean whatIf,
    List<DecidingFact> decides,
    List<Reason> because,
    List<String> notes) {
  public Duty {
    decides = List.copyOf(decides);
    because = List.copyOf(because);
    notes = List.copyOf(notes);
  }

  /// Whether only the missing check of the rule's text stands between this duty and being cleared:
  /// by our reading it is not owed.
  public boolean awaitsOnlyVerification() {
    return !decides.isEmpty() && decides.stream().allMatch(DecidingFact::verification);
  }

  /// Whether a notice should be prepared: owed, or open for another reason than verification.
  public boolean worthPreparing() {
    return !whatIf && state.mayBeOwed() && !awaitsOnlyVerification();
  }

  public String ruleId() {
    return rule.id();
  }

  public String regime() {
    return rule.regime();
  }

  public Citation citation() {
    return rule.citation();
  }
}
