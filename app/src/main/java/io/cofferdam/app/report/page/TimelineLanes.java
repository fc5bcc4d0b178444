package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.TimelineDrawing.Lane;
import io.cofferdam.app.report.page.TimelineDrawing.Span;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.source.SourceCoverage;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Chooses what the timeline shows: resources that were open or doubtful, the readers under them,
/// acts against the logs, and how complete the logs are.
final class TimelineLanes {
  private static final int RESOURCES = 6;
  private static final int READERS = 6;
  private static final int SOURCES = 8;

  private TimelineLanes() {}

  static String draw(LeakReport report) {
    var drawing = new TimelineDrawing(TimelineDrawing.around(report.period(), interesting(report)));
    exposures(report).forEach(drawing::add);
    readers(report).forEach(drawing::add);
    tampering(report).forEach(drawing::add);
    coverage(report).forEach(drawing::add);
    return drawing.svg();
  }

  private static List<Instant> interesting(LeakReport report) {
    var instants = new ArrayList<Instant>();
    for (var each : report.exposures()) {
      if (each.state() == ExposureState.OPEN) {
        instants.add(each.window().from());
        instants.add(each.window().until());
      }
    }
    for (var each : report.readers()) {
      instants.add(each.first());
      instants.add(each.last());
    }
    report.tampering().forEach(each -> instants.add(each.time()));
    return instants;
  }

  private static List<Lane> exposures(LeakReport report) {
    return ShownExposures.of(report).stream()
        .limit(RESOURCES)
        .map(
            track ->
                new Lane(
                    label(track.first()),
                    "",
                    track.spans().stream()
                        .map(
                            e ->
                                new Span(
                                    e.window(),
                                    TimelineDrawing.tone(e.state()),
                                    e.state() + " to " + e.audience().words() + words(e.window())))
                        .toList()))
        .toList();
  }

  private static List<Lane> readers(LeakReport report) {
    return report.readers().stream()
        .limit(READERS)
        .map(
            each ->
                new Lane(
                    "read by " + lastPart(each.reader().name()),
                    "",
                    List.of(
                        new Span(
                            new Window(each.first(), each.last()),
                            "reads",
                            Words.count(each.reads())
                                + " reads of "
                                + Words.count(each.objects())
                                + " objects"
                                + words(new Window(each.first(), each.last()))))))
        .toList();
  }

  private static List<Lane> tampering(LeakReport report) {
    if (report.tampering().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Lane(
            "acts against the logs",
            "",
            report.tampering().stream()
                .map(
                    each ->
                        new Span(
                            new Window(each.time(), each.time()),
                            "tamper",
                            each.action()
                                + " on "
                                + each.target()
                                + ", "
                                + Words.time(each.time())))
                .toList()));
  }

  private static List<Lane> coverage(LeakReport report) {
    Map<String, List<SourceCoverage>> byLane = new LinkedHashMap<>();
    for (var each : report.coverage()) {
      var label = each.source() + " " + lastPart(each.about());
      if (byLane.size() < SOURCES || byLane.containsKey(label)) {
        byLane.computeIfAbsent(label, l -> new ArrayList<>()).add(each);
      }
    }
    var lanes = new ArrayList<Lane>();
    byLane.forEach(
        (label, spans) ->
            lanes.add(
                new Lane(
                    label,
                    "",
                    spans.stream()
                        .map(
                            s ->
                                new Span(
                                    s.window(),
                                    TimelineDrawing.tone(s.coverage()),
                                    label + ": " + s.coverage() + words(s.window())))
                        .toList())));
    return lanes;
  }

  private static String label(Exposure each) {
    return lastPart(each.resource().shortName()) + ", to " + each.audience().words();
  }

  private static String lastPart(String name) {
    var cut = name.substring(name.lastIndexOf('/') + 1);
    return cut.isEmpty() ? name : cut;
  }

  private static String words(Window window) {
    return ", " + Words.time(window.from()) + " to " + Words.time(window.until());
  }
}
