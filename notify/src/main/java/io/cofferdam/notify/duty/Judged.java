package io.cofferdam.notify.duty;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.rule.Exemption;
import io.cofferdam.notify.rule.Open;
import io.cofferdam.notify.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A rule judged on the facts for one recipient.
///
/// @param open what keeps it undetermined; empty otherwise
/// @param needsVerification whether only the missing check of the rule's text keeps it undetermined
record Judged(
    Rule rule,
    Recipient recipient,
    DutyState state,
    List<Open> open,
    boolean needsVerification,
    List<String> instead,
    String recipientWhy) {

  static List<Judged> of(Rule rule, Facts facts) {
    return Recipients.of(rule.recipient(), facts).stream()
        .map(addressed -> judge(rule, facts, addressed))
        .toList();
  }

  private static Judged judge(Rule rule, Facts facts, Recipients.Addressed to) {
    var applies = rule.applicability().test(facts);
    var triggered = rule.trigger().test(facts);
    var lifted =
        rule.exemptions().stream().filter(e -> e.when().test(facts) == Ternary.TRUE).toList();
    if (applies == Ternary.FALSE) {
      return cleared(
          rule, to, new DutyState.NotApplicable("the organisation does not fall under the rule"));
    }
    if (triggered == Ternary.FALSE) {
      return cleared(
          rule, to, new DutyState.NotRequired("the incident does not meet the rule's conditions"));
    }
    if (!lifted.isEmpty()) {
      var why = String.join("; ", lifted.stream().map(Exemption::why).toList());
      var judged = cleared(rule, to, new DutyState.NotRequired(why));
      var instead = lifted.stream().map(Exemption::instead).filter(t -> !t.isEmpty()).toList();
      return judged.with(instead);
    }
    if (applies == Ternary.TRUE && triggered == Ternary.TRUE) {
      if (to.concerned() == Ternary.TRUE) {
        return new Judged(
            rule,
            to.recipient(),
            new DutyState.Required("the rule applies and its conditions are met"),
            List.of(),
            false,
            List.of(),
            to.why());
      }
      var state = new DutyState.Undetermined("owed, but perhaps not to this recipient", true);
      return new Judged(rule, to.recipient(), state, List.of(), false, List.of(), to.why());
    }
    var open = new LinkedHashSet<Open>(rule.applicability().open(facts));
    open.addAll(rule.trigger().open(facts));
    boolean straddles = applies == Ternary.TRUE && rule.trigger().straddles(facts);
    var state =
        new DutyState.Undetermined(
            applies == Ternary.UNKNOWN
                ? "whether the organisation falls under the rule is not known: ask legal"
                : "whether the incident meets the rule's conditions is not known",
            straddles);
    return new Judged(rule, to.recipient(), state, List.copyOf(open), false, List.of(), to.why());
  }

  /// INVARIANT: a rule that is not verified never clears; what it would clear is undetermined.
  private static Judged cleared(Rule rule, Recipients.Addressed to, DutyState clear) {
    if (rule.verification().mayClear()) {
      return new Judged(rule, to.recipient(), clear, List.of(), false, List.of(), to.why());
    }
    var state =
        new DutyState.Undetermined(
            "by our reading "
                + clear.key().replace('-', ' ')
                + " ("
                + clear.why()
                + "), but the rule's text is not verified, so it cannot clear",
            false);
    return new Judged(rule, to.recipient(), state, List.of(), true, List.of(), to.why());
  }

  /// Owed, but whether to this recipient is open.
  boolean addresseeOpen() {
    return state instanceof DutyState.Undetermined && open.isEmpty() && !needsVerification;
  }

  private Judged with(List<String> insteads) {
    return new Judged(rule, recipient, state, open, needsVerification, insteads, recipientWhy);
  }

  /// The answers that the rule looked at and that are known, as reasons.
  List<Reason> because(Facts facts) {
    var reasons = new ArrayList<Reason>();
    reasons.add(Reason.of(state.why()));
    if (!recipientWhy.isEmpty()) {
      reasons.add(Reason.of(recipientWhy));
    }
    reasons.addAll(Grounds.of(rule, facts));
    return reasons;
  }
}
