package io.cofferdam.app.report;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.LogTamper;
import io.cofferdam.model.origin.Origin;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import io.cofferdam.notify.duty.Awareness;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.respond.exposure.ConfigurationChange;
import io.cofferdam.respond.reads.SecretRead;
import io.cofferdam.respond.scope.ScopeCalculator;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Everything an investigation found, before it is written in any form.
///
/// @param made when the report was made; `asOf` the instant at which clocks were read
/// @param period the investigated period; `periodBecause` how it was chosen
/// @param request the options as the user gave them, for the record
/// @param changes the acts that changed who may reach what, in order of time
/// @param secretReads reads of secrets by anybody, meant for them or not
/// @param undecidedReads reads by callers of whom it cannot be told whether the data was meant for
/// them
/// @param skipped inputs that could not be opened, with the reason
/// @param notes what a reader must know about the whole: limits hit, what-ifs
/// @param counts what was not counted, or counted once, and why
public record LeakReport(
    String toolVersion,
    Instant made,
    Window period,
    String periodBecause,
    Map<String, String> request,
    DataMap dataMap,
    boolean dataMapGiven,
    List<Exposure> exposures,
    List<LogTamper> tampering,
    List<ConfigurationChange> changes,
    List<ReaderReads> readers,
    List<SecretRead> secretReads,
    long undecidedReads,
    Scope scope,
    Origin origin,
    Awareness awareness,
    List<Duty> duties,
    List<SourceCoverage> coverage,
    List<InputSummary> inputs,
    List<SkippedInput> skipped,
    List<String> notes,
    List<String> counts,
    List<String> drafts) {
  public LeakReport {
    request = Map.copyOf(request);
    exposures = List.copyOf(exposures);
    tampering = List.copyOf(tampering);
    changes = List.copyOf(changes);
    readers = List.copyOf(readers);
    secretReads = List.copyOf(secretReads);
    duties = List.copyOf(duties);
    coverage = List.copyOf(coverage);
    inputs = List.copyOf(inputs);
    skipped = List.copyOf(skipped);
    notes = List.copyOf(notes);
    counts = List.copyOf(counts);
    drafts = List.copyOf(drafts);
  }

  /// An input that was not read, and why.
  public record SkippedInput(String path, String reason) {}

  /// People per country and data class, without the rows over all classes together.
  public List<SubjectCount> subjectsByClass() {
    return scope.subjects().stream()
        .filter(each -> !each.dataClass().equals(ScopeCalculator.ANY_CLASS))
        .toList();
  }

  /// Distinct people per country over all data classes.
  public List<SubjectCount> peopleByCountry() {
    return scope.subjects().stream()
        .filter(each -> each.dataClass().equals(ScopeCalculator.ANY_CLASS))
        .toList();
  }

  public long events() {
    return inputs.stream().mapToLong(InputSummary::events).sum();
  }

  public long undecodable() {
    return inputs.stream().mapToLong(InputSummary::undecodable).sum();
  }
}
