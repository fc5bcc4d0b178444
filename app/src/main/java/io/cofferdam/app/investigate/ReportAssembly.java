package io.cofferdam.app.investigate;

import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.model.Unknown;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.respond.reads.StoreReads;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the answers together into one report.
final class ReportAssembly {
  private final Clock clock;

  ReportAssembly(Clock clock) {
    this.clock = clock;
  }

  LeakReport assemble(
      InvestigationRequest request,
      DataMap dataMap,
      InputReading.Outcome inputs,
      Answers answers,
      Duties.Found duties,
      FindingList findings,
      List<String> drafts) {
    return new LeakReport(
        BuildInfo.version(),
        clock.instant(),
        answers.period(),
        answers.periodBecause(),
        options(request),
        dataMap,
        request.dataMap().isPresent(),
        answers.exposures().exposures(),
        answers.exposures().tampers(),
        answers.exposures().changes(),
        answers.reads().readers(),
        answers.reads().secretReads(),
        answers.reads().stores().values().stream().mapToLong(StoreReads::undecided).sum(),
        withAllUnknowns(answers),
        answers.origin(),
        duties.awareness(),
        duties.duties(),
        answers.coverage().coverage(),
        inputs.inputs(),
        inputs.skipped(),
        notes(request, inputs, findings),
        counts(answers),
        drafts);
  }

  private static Scope withAllUnknowns(Answers answers) {
    var all = new LinkedHashSet<Unknown>(answers.scope().unknown());
    all.addAll(answers.exposures().unknowns());
    all.addAll(answers.coverage().unknowns());
    var scope = answers.scope();
    return new Scope(
        scope.objects(),
        scope.people(),
        scope.records(),
        scope.stores(),
        scope.subjects(),
        scope.artefacts(),
        scope.noEvidenceOfAccess(),
        List.copyOf(all),
        scope.narrow());
  }

  private static List<String> notes(
      InvestigationRequest request, InputReading.Outcome inputs, FindingList findings) {
    var notes = new ArrayList<String>();
    if (request.aware().isPresent() && request.awareBy().isEmpty()) {
      notes.add(
          "What-if: the time of awareness was given without a name, so no clock runs. Add"
              + " --aware-by NAME.");
    }
    if (inputs.inputs().stream().allMatch(input -> input.events() == 0)) {
      notes.add(
          "No record of any known log format was found in the inputs; nothing can be concluded from"
              + " this report.");
    }
    if (findings.count() > 0) {
      notes.add(
          findings.count()
              + " findings of detection services are among the inputs; they are candidates for when"
              + " awareness began, which a named person decides.");
    }
    return notes;
  }

  /// What was left out of the counts, in sentences.
  private static List<String> counts(Answers answers) {
    var notes = new ArrayList<String>();
    if (answers.reads().duplicates() > 0) {
      notes.add(
          answers.reads().duplicates()
              + " log lines told the same read again and were counted once.");
    }
    if (answers.reads().outsidePeriod() > 0) {
      notes.add(
          answers.reads().outsidePeriod()
              + " accesses lie outside the period and were not counted.");
    }
    return notes;
  }

  private static Map<String, String> options(InvestigationRequest request) {
    var options = new TreeMap<String, String>();
    options.put(
        "inputs", String.join(" ", request.inputs().stream().map(String::valueOf).toList()));
    request.dataMap().ifPresent(map -> options.put("data-map", map.toString()));
    put(options, "snapshot", request.snapshots().stream().map(String::valueOf).toList());
    put(options, "principal", request.principals());
    put(options, "access-key", request.accessKeys());
    put(options, "ip", request.networks());
    request.since().ifPresent(at -> options.put("since", at.toString()));
    request.until().ifPresent(at -> options.put("until", at.toString()));
    request.aware().ifPresent(at -> options.put("aware", at.toString()));
    request.leaked().ifPresent(path -> options.put("leaked", path.toString()));
    request.digestKeys().ifPresent(path -> options.put("digest-keys", path.toString()));
    return options;
  }

  private static void put(Map<String, String> options, String name, List<String> values) {
    if (!values.isEmpty()) {
      options.put(name, String.join(" ", values));
    }
  }
}
