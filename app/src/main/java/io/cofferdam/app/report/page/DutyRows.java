package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.PageView.DutyRow;
import io.cofferdam.app.report.page.PageView.LaterRow;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.notify.clock.Deadline;
import io.cofferdam.notify.clock.PeriodUnit;
import io.cofferdam.notify.duty.DecidingFact;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.duty.DutyState;
import io.cofferdam.notify.rule.ClockStart;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The duties as rows, those owed first, with every reading of their clock.
public final class DutyRows {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);
  private static final Comparator<Duty> ORDER =
      Comparator.comparingInt(DutyRows::rank)
          .thenComparing(d -> d.clock().dueAt().orElse(Instant.MAX))
          .thenComparing(d -> d.clock().period().unit() == PeriodUnit.PROMPT)
          .thenComparing(d -> d.clock().period().roughHours())
          .thenComparing(Duty::ruleId);

  private static final int SENTENCE_DUTIES = 4;
  private static final int QUESTIONS = 3;
  private static final int SHOWN = 4;

  private DutyRows() {}

  /// What is owed, and of what is undetermined the first to fall due: what fits on a screen.
  static List<DutyRow> first(LeakReport report, Reasons reasons) {
    return rows(report, reasons).limit(shown(report)).toList();
  }

  /// What is undetermined and falls due later.
  static List<DutyRow> rest(LeakReport report, Reasons reasons) {
    return rows(report, reasons).skip(shown(report)).toList();
  }

  private static long shown(LeakReport report) {
    long owed =
        sorted(report).stream()
            .filter(duty -> now(duty) && duty.state() instanceof DutyState.Required)
            .count();
    return Math.max(owed, SHOWN);
  }

  private static Stream<DutyRow> rows(LeakReport report, Reasons reasons) {
    var zone = zone(report.dataMap().organisation());
    return sorted(report).stream().filter(DutyRows::now).map(duty -> row(duty, zone, reasons));
  }

  static List<LaterRow> later(LeakReport report) {
    return sorted(report).stream()
        .filter(duty -> !now(duty))
        .map(
            duty ->
                new LaterRow(
                    duty.regime() + ": " + duty.rule().title(),
                    duty.citation().words(),
                    words(duty),
                    why(duty)))
        .toList();
  }

  /// Whether somebody has to decide or act on it now.
  private static boolean now(Duty duty) {
    return !duty.whatIf()
        && duty.state().mayBeOwed()
        && !duty.awaitsOnlyVerification()
        && duty.rule().clockStart() instanceof ClockStart.Aware;
  }

  private static String why(Duty duty) {
    return duty.rule().clockStart() instanceof ClockStart.Aware
        ? duty.state().why()
        : "starts with " + duty.clock().startsWith() + ": " + duty.clock().words();
  }

  /// The duties in the order in which they are shown.
  public static List<Duty> sorted(LeakReport report) {
    return report.duties().stream().sorted(ORDER).toList();
  }

  static String awareness(LeakReport report) {
    var recorded = report.awareness().recorded();
    if (recorded.isPresent()) {
      return recorded.get().by()
          + " recorded that awareness began at "
          + Words.time(recorded.get().at())
          + " UTC. The clocks run from there.";
    }
    return "Nobody has recorded when awareness began, so no clock runs. Awareness is a decision of a"
        + " named person, never of a program: --aware TIME --aware-by NAME."
        + report
            .awareness()
            .earliestCandidate()
            .map(
                c ->
                    " What-if times below assume " + Words.time(c.at()) + " UTC (" + c.why() + ").")
            .orElse("");
  }

  /// The last sentence of the story.
  static String sentence(LeakReport report) {
    var required = named(report, DutyState.Required.class);
    var open = named(report, DutyState.Undetermined.class);
    if (required.isEmpty() && open.isEmpty()) {
      return "By the facts given, no duty to notify is seen; a named person decides.";
    }
    var next =
        report.duties().stream()
            .filter(d -> d.state() instanceof DutyState.Required)
            .flatMap(d -> d.clock().dueAt().stream())
            .min(Comparator.naturalOrder());
    return (required.isEmpty() ? "" : "Owed: " + required + ". ")
        + (open.isEmpty() ? "" : "Undetermined: " + open + ". ")
        + next.map(at -> "The first deadline is " + Words.time(at) + " UTC.")
            .orElse("No clock runs until a named person records awareness.");
  }

  private static String named(LeakReport report, Class<? extends DutyState> state) {
    return sorted(report).stream()
        .filter(d -> state.isInstance(d.state()) && now(d))
        .map(d -> d.regime() + ", " + lowerFirst(d.rule().title()))
        .distinct()
        .limit(SENTENCE_DUTIES)
        .collect(Collectors.joining("; "));
  }

  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static DutyRow row(Duty duty, ZoneId zone, Reasons reasons) {
    var because = new ArrayList<>(reasons.words(duty.because()));
    because.addAll(duty.notes());
    return new DutyRow(
        duty.regime() + ": " + duty.rule().title() + (duty.whatIf() ? " (not law: what-if)" : ""),
        duty.citation().words(),
        duty.recipient().name(),
        duty.state().key(),
        words(duty),
        duty.clock().dueAt().map(Instant::toString).orElse(""),
        due(duty, zone),
        readings(duty, zone),
        because,
        duty.decides().stream().limit(QUESTIONS).map(DutyRows::question).toList(),
        duty.decides().stream().skip(QUESTIONS).map(DutyRows::question).toList(),
        verification(duty));
  }

  private static String question(DecidingFact fact) {
    return fact.question()
        + (fact.proposal().isEmpty() ? "" : " (proposed: " + fact.proposal() + ")");
  }

  private static String due(Duty duty, ZoneId zone) {
    var clock = duty.clock();
    if (!duty.state().mayBeOwed()) {
      return "";
    }
    return clock
        .dueAt()
        .map(at -> local(at, zone))
        .or(() -> clock.policyTarget().map(at -> local(at, zone) + " (our policy, not the law's)"))
        .or(
            () ->
                clock
                    .whatIf()
                    .map(d -> clock.words() + "; what-if: " + local(d.escalation(), zone)))
        .orElse(clock.words());
  }

  private static List<String> readings(Duty duty, ZoneId zone) {
    var readings = new ArrayList<String>();
    duty.clock()
        .deadline()
        .or(() -> duty.clock().whatIf())
        .ifPresent(
            deadline -> {
              switch (deadline) {
                case Deadline.Hours hours -> {
                  readings.add(
                      "Strict reading (the one that escalates): " + local(hours.strict(), zone));
                  hours
                      .regulation1182()
                      .ifPresent(
                          at ->
                              readings.add(
                                  "Regulation 1182/71 Art 3(1), end of the last full hour: "
                                      + local(at, zone)));
                  hours
                      .arguable()
                      .ifPresent(
                          at ->
                              readings.add(
                                  "Arguable, Art 3(5), two working days: "
                                      + local(at, zone)
                                      + " (disputed, never a target)"));
                }
                case Deadline.Dated dated -> {
                  readings.add(
                      "Counted straight (the one that escalates): "
                          + local(dated.unshifted(), zone));
                  readings.add("Moved to the next working day: " + local(dated.shifted(), zone));
                }
                case Deadline.Prompt prompt ->
                    readings.add(
                        "The law says without undue delay; our own target is "
                            + local(prompt.policyTarget(), zone));
              }
            });
    return readings;
  }

  private static String verification(Duty duty) {
    var checked = duty.rule().verification();
    return "Rule "
        + duty.ruleId()
        + ": "
        + checked.status().words()
        + " ("
        + checked.date()
        + "), "
        + (checked.legalReview() ? "reviewed by counsel" : "not yet reviewed by counsel");
  }

  private static String words(Duty duty) {
    if (duty.whatIf()) {
      return "not law";
    }
    if (duty.awaitsOnlyVerification()) {
      return "by our reading not owed; the rule's text is to be verified";
    }
    return switch (duty.state()) {
      case DutyState.Required _ -> "required";
      case DutyState.Undetermined(_, var treatAsRequired) ->
          treatAsRequired ? "undetermined, act as if required" : "undetermined";
      case DutyState.NotRequired _ -> "not required";
      case DutyState.NotApplicable _ -> "does not apply";
    };
  }

  private static int rank(Duty duty) {
    return (duty.whatIf() ? 10 : 0)
        + (duty.awaitsOnlyVerification() ? 5 : 0)
        + switch (duty.state()) {
          case DutyState.Required _ -> 0;
          case DutyState.Undetermined _ -> 1;
          case DutyState.NotRequired _ -> 2;
          case DutyState.NotApplicable _ -> 3;
        };
  }

  private static String local(Instant instant, ZoneId zone) {
    return LOCAL.format(instant.atZone(zone));
  }

  private static ZoneId zone(Organisation organisation) {
    return ZoneId.of(organisation.timeZone());
  }
}
