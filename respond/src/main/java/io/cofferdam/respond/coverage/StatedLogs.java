package io.cofferdam.respond.coverage;

import io.cofferdam.model.Reason;
import io.cofferdam.model.datamap.CompleteLog;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Coverage of the logs that somebody states to be here whole.
///
/// A statement is void where an input of that format was cut off or holds an entry that could not
/// be read.
final class StatedLogs {
  private StatedLogs() {}

  /// Rows per source and `about`, in order of time, which fill the period.
  static List<SourceCoverage> rows(
      List<CompleteLog> stated, List<InputSummary> inputs, Window period) {
    var byAbout = new TreeMap<String, List<CompleteLog>>();
    for (var log : stated) {
      byAbout
          .computeIfAbsent(log.log().word() + " " + log.about(), about -> new ArrayList<>())
          .add(log);
    }
    var rows = new ArrayList<SourceCoverage>();
    for (var ofOne : byAbout.values()) {
      var first = ofOne.getFirst();
      var bad = inputs.stream().filter(i -> unread(i, first.log())).findFirst();
      rows.addAll(
          bad.isPresent()
              ? List.of(
                  row(
                      first,
                      period,
                      Coverage.PARTIAL,
                      first.by()
                          + " states that all of it is here, but "
                          + bad.get().path()
                          + " was not read whole"))
              : filled(ofOne, period));
    }
    return rows;
  }

  private static List<SourceCoverage> filled(List<CompleteLog> ofOne, Window period) {
    var first = ofOne.getFirst();
    var by = ofOne.stream().map(CompleteLog::by).distinct().toList();
    var complete = Spans.union(ofOne.stream().map(CompleteLog::span).toList());
    var rows = new ArrayList<SourceCoverage>();
    for (var span : complete) {
      rows.add(
          row(
              first,
              span,
              Coverage.COMPLETE,
              String.join(", ", by)
                  + (by.size() == 1 ? " states" : " state")
                  + " that all of it is here; nothing else proves it"));
    }
    for (var span : Spans.minus(List.of(period), complete)) {
      rows.add(row(first, span, Coverage.PARTIAL, "nobody states that all of it is here"));
    }
    rows.sort(Comparator.comparing(r -> r.window().from()));
    return rows;
  }

  private static SourceCoverage row(
      CompleteLog log, Window window, Coverage coverage, String because) {
    var source =
        switch (log.log()) {
          case AZURE_ACTIVITY -> Sources.AZURE_ACTIVITY;
          case AZURE_STORAGE_WRITES -> Sources.AZURE_STORAGE_WRITES;
        };
    return new SourceCoverage(source, log.about(), window, coverage, List.of(Reason.of(because)));
  }

  private static boolean unread(InputSummary input, CompleteLog.Log log) {
    boolean about =
        switch (log) {
          case AZURE_ACTIVITY -> input.format().equals("azure-activity");
          case AZURE_STORAGE_WRITES ->
              input.format().equals("azure-storage")
                  || input.format().equals("azure-storage-classic");
        };
    return about
        && (input.undecodable() > 0
            || input.notes().stream().anyMatch(n -> !n.startsWith("same content as")));
  }
}
