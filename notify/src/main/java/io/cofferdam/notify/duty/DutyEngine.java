package io.cofferdam.notify.duty;

import io.cofferdam.notify.clock.Holidays;
import io.cofferdam.notify.clock.Periods;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.rule.Rule;
import io.cofferdam.notify.rule.RuleCatalogue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Applies the rules in force to the facts: one [Duty] per rule and recipient, with its clock.
///
/// Which version of a rule is in force is asked for the day of awareness, where a person recorded
/// it, else for today. Rules that are not law are only evaluated when named as a what-if.
public final class DutyEngine {
  private final RuleCatalogue catalogue;
  private final Periods periods;

  public DutyEngine(RuleCatalogue catalogue) {
    this.catalogue = catalogue;
    this.periods = new Periods(new Holidays());
  }

  /// The duties of the case as the rules in force give them.
  ///
  /// @param zone the zone in which hours and days are counted (where the notice is handed in)
  public List<Duty> evaluate(Facts facts, Awareness awareness, ZoneId zone, Instant now) {
    return evaluate(facts, awareness, Milestones.none(), zone, now, Set.of());
  }

  /// The duties of the case, with what has been done so far and proposals beside.
  ///
  /// @param whatIf ids of rule versions that are not law and shall be shown beside
  public List<Duty> evaluate(
      Facts facts,
      Awareness awareness,
      Milestones milestones,
      ZoneId zone,
      Instant now,
      Set<String> whatIf) {
    var day = lawOf(awareness, zone, now);
    var clocks = new Clocks(periods, awareness, milestones, zone, now);
    var found = new ArrayList<Judged>();
    for (var rule : catalogue.rules()) {
      if (rule.inForce(day) || (rule.dormant() && whatIf.contains(rule.id()))) {
        found.addAll(Judged.of(rule, facts));
      }
    }
    var questions = new Questions(found, facts);
    return found.stream().map(j -> duty(j, facts, clocks, questions)).toList();
  }

  private static LocalDate lawOf(Awareness awareness, ZoneId zone, Instant now) {
    return awareness.recorded().map(Awareness.Recorded::at).orElse(now).atZone(zone).toLocalDate();
  }

  private static Duty duty(Judged judged, Facts facts, Clocks clocks, Questions questions) {
    var rule = judged.rule();
    var clock = clocks.of(rule, judged.recipient(), judged.state());
    return new Duty(
        rule,
        judged.recipient(),
        judged.state(),
        clock,
        rule.dormant(),
        questions.of(judged),
        judged.because(facts),
        notes(judged, rule, clock));
  }

  private static List<String> notes(Judged judged, Rule rule, DutyClock clock) {
    var notes = new ArrayList<String>();
    if (rule.dormant()) {
      notes.add("not law: a proposal, shown as a what-if and never acted upon");
    }
    if (judged.state() instanceof DutyState.Undetermined(_, boolean treatAsRequired)
        && treatAsRequired) {
      notes.add("a number straddles the threshold: treat as required until it is known better");
    }
    if (clock.late() && !rule.lateRule().isEmpty()) {
      notes.add("late: " + rule.lateRule());
    }
    if (clock.policyTarget().isPresent()) {
      notes.add("the target is our own policy, not law: the law says without undue delay");
    }
    if (!rule.verification().legalReview()) {
      notes.add("reading not reviewed by a lawyer (" + rule.verification().status().words() + ")");
    }
    if (!rule.note().isEmpty()) {
      notes.add(rule.note());
    }
    notes.addAll(judged.instead());
    return notes;
  }
}
