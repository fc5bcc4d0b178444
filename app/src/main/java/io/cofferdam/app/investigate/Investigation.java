package io.cofferdam.app.investigate;

import io.cofferdam.app.anchor.SnapshotAnchors;
import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.logs.DeadLetterFile;
import io.cofferdam.logs.LogReader;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.respond.coverage.CoverageFinder;
import io.cofferdam.respond.exposure.ExposureReplay;
import io.cofferdam.respond.reads.ReadCollector;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// One investigation from inputs to sealed report. Holds the order of the steps and nothing else;
/// what each step decides is the features' matter.
///
/// Failure direction: whatever cannot be read is in the report; whatever cannot be written or
/// sealed ends the investigation with an error.
public final class Investigation {
  private final Clock clock;
  private final ProgressListener progress;

  public Investigation(Clock clock, ProgressListener progress) {
    this.clock = clock;
    this.progress = progress;
  }

  /// Runs it.
  ///
  /// @throws IOException when the output folder cannot be written
  public InvestigationResult run(InvestigationRequest request) throws IOException {
    RequestCheck.check(request);
    try (var out = OutFolder.create(request.out())) {
      var found = find(request, out);
      out.keep();
      return new Publication(clock, progress, out)
          .publish(
              request,
              found.dataMap(),
              found.inputs(),
              found.answers(),
              found.duties(),
              found.findings());
    }
  }

  /// Finds all that a report says, and writes none: no page, no draft, no pack. Only the records
  /// that could not be read are kept in the output folder.
  ///
  /// @throws IOException when the output folder cannot be written
  public LeakReport answer(InvestigationRequest request) throws IOException {
    try (var out = OutFolder.create(request.out())) {
      var found = find(request, out);
      out.keep();
      return new ReportAssembly(clock)
          .assemble(
              request,
              found.dataMap(),
              found.inputs(),
              found.answers(),
              found.duties(),
              found.findings(),
              List.of());
    }
  }

  /// What the steps came to, before it is put into words.
  private record Found(
      DataMap dataMap,
      InputReading.Outcome inputs,
      Answers answers,
      Duties.Found duties,
      FindingList findings) {}

  private Found find(InvestigationRequest request, OutFolder out) throws IOException {
    var dataMap = request.dataMap().map(DataMapFile::read).orElseGet(DataMap::empty);
    try (var reads = new ReadCollector(out.work())) {
      var replay = new ExposureReplay();
      var coverage = new CoverageFinder();
      var findings = new FindingList();
      var router = new EventRouter(replay, coverage, reads, findings);
      var inputs = anchored(request, read(request, out, router), replay, coverage, router);
      progress.stage("working out what stood open and who read what");
      var answers =
          new Resolution(request, dataMap, replay, coverage, reads, router)
              .resolve(inputs.inputs());
      var duties = new Duties(clock).find(request, dataMap, answers, findings);
      return new Found(dataMap, inputs, answers, duties, findings);
    }
  }

  /// Takes what snapshots know of the times at which they were taken.
  private static InputReading.Outcome anchored(
      InvestigationRequest request,
      InputReading.Outcome read,
      ExposureReplay replay,
      CoverageFinder coverage,
      EventRouter router) {
    var inputs = new ArrayList<>(read.inputs());
    int number = inputs.stream().mapToInt(InputSummary::number).max().orElse(0);
    for (var folder : request.snapshots()) {
      var anchors = SnapshotAnchors.read(folder, ++number);
      anchors.settings().forEach(replay::add);
      anchors.items().forEach(coverage::add);
      anchors.accounts().forEach(router::ownAccount);
      inputs.add(anchors.summary());
    }
    return new InputReading.Outcome(inputs, read.skipped());
  }

  private InputReading.Outcome read(
      InvestigationRequest request, OutFolder out, EventRouter router) {
    progress.stage("reading the inputs");
    try (var deadLetters = DeadLetterFile.create(out.file("dead-letters.jsonl"))) {
      return new InputReading(LogReader.standard(deadLetters), router, progress)
          .read(request.inputs(), out.folder());
    }
  }
}
