package io.cofferdam.app.report.page;

import io.cofferdam.app.report.LeakReport;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The exposures worth showing to a person: per resource and audience, without audiences that only
/// repeat what "anyone" says, those that were open first, then those that looked open.
final class ShownExposures {
  private static final int CLOSED = 3;

  private ShownExposures() {}

  /// The spans of one resource and audience, in order.
  record Track(Exposure first, List<Exposure> spans) {
    private boolean any(ExposureState state) {
      return spans.stream().anyMatch(span -> span.state() == state);
    }

    private int rank() {
      if (any(ExposureState.OPEN)) {
        return 0;
      }
      if (spans.stream().anyMatch(span -> span.apparent() == ExposureState.OPEN)) {
        return 1;
      }
      return any(ExposureState.UNKNOWN) ? 2 : CLOSED;
    }

    private List<Span> shape() {
      return spans.stream().map(span -> new Span(span.window(), span.state())).toList();
    }

    /// What makes two tracks look the same.
    private record Span(Window window, ExposureState state) {}
  }

  /// Tracks that were open or doubtful at some time.
  static List<Track> of(LeakReport report) {
    Map<String, List<Exposure>> byKey = new LinkedHashMap<>();
    for (var each : report.exposures()) {
      byKey
          .computeIfAbsent(
              each.resource().id() + " " + each.audience().words(), k -> new ArrayList<>())
          .add(each);
    }
    var tracks = byKey.values().stream().map(spans -> new Track(spans.getFirst(), spans)).toList();
    var open = new HashSet<Object>();
    for (var track : tracks) {
      if (track.first().audience() instanceof Audience.Anyone) {
        open.add(List.of(track.first().resource(), track.shape()));
      }
    }
    return tracks.stream()
        .filter(track -> track.rank() < CLOSED)
        .filter(
            track ->
                track.first().audience() instanceof Audience.Anyone
                    || !open.contains(List.of(track.first().resource(), track.shape())))
        .sorted((a, b) -> Integer.compare(a.rank(), b.rank()))
        .toList();
  }
}
