package io.cofferdam.notify.rule;

import io.cofferdam.notify.clock.PeriodRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One legal duty as data.
///
/// @param validFrom first day on which the version applies; empty for a version that is not law
/// @param validTo last day, empty while it applies
/// @param knownFrom day on which the text was published
/// @param applicability whether the organisation falls under the rule at all
/// @param trigger whether the incident does
/// @param content what the notice must hold, in order
/// @param phased whether it may be given in parts
/// @param followUps rules that come after it
/// @param lateRule what the law wants when it is late, or empty
/// @param recordKeeping what must be kept, or empty
/// @param note what a reader must know, such as why it is undetermined by default
public record Rule(
    String id,
    String regime,
    String title,
    String role,
    List<String> jurisdictions,
    Citation citation,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<LocalDate> knownFrom,
    Verification verification,
    Condition applicability,
    Condition trigger,
    List<Exemption> exemptions,
    RecipientKind recipient,
    String channel,
    ClockStart clockStart,
    PeriodRule period,
    List<ContentField> content,
    boolean phased,
    List<String> followUps,
    String lateRule,
    String recordKeeping,
    String note) {
  public Rule {
    jurisdictions = List.copyOf(jurisdictions);
    exemptions = List.copyOf(exemptions);
    content = List.copyOf(content);
    followUps = List.copyOf(followUps);
  }

  /// Whether this version was law on the day.
  public boolean inForce(LocalDate day) {
    return validFrom.map(from -> !day.isBefore(from)).orElse(false)
        && validTo.map(to -> !day.isAfter(to)).orElse(true);
  }

  /// A version that is proposed and not law: evaluated only as a what-if.
  public boolean dormant() {
    return validFrom.isEmpty();
  }

  public Rule with(Verification checked) {
    return new Rule(
        id,
        regime,
        title,
        role,
        jurisdictions,
        citation,
        validFrom,
        validTo,
        knownFrom,
        checked,
        applicability,
        trigger,
        exemptions,
        recipient,
        channel,
        clockStart,
        period,
        content,
        phased,
        followUps,
        lateRule,
        recordKeeping,
        note);
  }

  /// One thing that a notice must hold.
  public record ContentField(String id, String citation, String words) {}
}
