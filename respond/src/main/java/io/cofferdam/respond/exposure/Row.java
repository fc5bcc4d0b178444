package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A span of one audience's timeline before it is handed out.
///
/// @param apparent what it looks like by what was seen, where it is not proved
record Row(Window window, ExposureState state, ExposureState apparent, List<Reason> because) {
  private static final int REASONS_AT_MOST = 12;

  Row {
    because = List.copyOf(because);
  }

  /// The rows with neighbours of one state joined, so that a span is as long as it can be.
  static List<Row> joined(List<Row> rows) {
    var joined = new ArrayList<Row>();
    for (var row : rows) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.state == row.state && last.apparent == row.apparent) {
        joined.set(joined.size() - 1, last.with(row));
      } else {
        joined.add(row);
      }
    }
    return joined;
  }

  private Row with(Row next) {
    var reasons = new LinkedHashSet<>(because);
    for (var reason : next.because) {
      if (reasons.size() < REASONS_AT_MOST) {
        reasons.add(reason);
      }
    }
    return new Row(
        new Window(window.from(), next.window.until()), state, apparent, List.copyOf(reasons));
  }
}
