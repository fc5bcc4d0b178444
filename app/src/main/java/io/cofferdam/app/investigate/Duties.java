package io.cofferdam.app.investigate;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.notify.duty.Awareness;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.duty.DutyEngine;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.FactsFrom;
import io.cofferdam.notify.rule.RuleCatalogue;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/// Asks which duties follow.
final class Duties {
  private final Clock clock;

  Duties(Clock clock) {
    this.clock = clock;
  }

  /// The facts, what is recorded of awareness, and the duties.
  record Found(Facts facts, Awareness awareness, List<Duty> duties) {
    Found {
      duties = List.copyOf(duties);
    }
  }

  Found find(InvestigationRequest request, DataMap dataMap, Answers answers, FindingList findings) {
    var awareness = awareness(request, findings);
    var seen =
        answers.reads().readers().stream()
            .anyMatch(r -> r.reads() > 0 && r.reader().kind() != ReaderKind.SUSPECTED);
    var facts =
        FactsFrom.of(
            answers.scope(),
            answers.exposures().exposures(),
            answers.origin(),
            dataMap,
            seen ? Ternary.TRUE : Ternary.UNKNOWN);
    var duties =
        new DutyEngine(RuleCatalogue.shipped())
            .evaluate(
                facts, awareness, ZoneId.of(dataMap.organisation().timeZone()), clock.instant());
    return new Found(facts, awareness, duties);
  }

  /// A finding of a detection service is only ever a candidate; awareness is a person's word.
  private static Awareness awareness(InvestigationRequest request, FindingList findings) {
    var awareness =
        request
            .aware()
            .map(
                at ->
                    Awareness.of(
                        at, request.awareBy().orElse(""), "given with --aware on the command line"))
            .orElseGet(Awareness::none);
    var first = findings.inOrder().stream().findFirst();
    return first
        .map(
            finding ->
                awareness.with(
                    new Awareness.Candidate(
                        finding.time(),
                        Awareness.Kind.FIRST_SIGNAL,
                        "first finding of " + finding.product() + ": " + finding.type())))
        .orElse(awareness);
  }
}
