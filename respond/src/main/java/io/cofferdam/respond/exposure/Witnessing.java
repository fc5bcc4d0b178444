package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Turns a row into proof where outsiders' reads succeeded in it.
///
/// A log's second proves that second. Where nothing in the row can have changed, one second proves
/// the whole row.
final class Witnessing {
  /// The reason of a row that a read shows, whatever the settings.
  static final String SHOWN = "a read by an outsider succeeded";

  private static final Duration SECOND = Duration.ofSeconds(1);

  private Witnessing() {}

  /// @param witnesses of the row's audience and inside it, in order of time, at least one
  /// @param constant whether nothing that decides can have changed inside the row
  static List<Row> apply(Row row, List<Witness> witnesses, boolean constant) {
    var first = witnesses.getFirst();
    var last = witnesses.getLast();
    var events = first.equals(last) ? List.of(first.event()) : List.of(first.event(), last.event());
    if (constant) {
      var reasons = new ArrayList<Reason>();
      reasons.add(
          new Reason(
              "a read by an outsider succeeded at "
                  + first.time()
                  + ", and the complete logs of changes show none in this span",
              events));
      reasons.addAll(row.because());
      return List.of(new Row(row.window(), ExposureState.OPEN, ExposureState.OPEN, reasons));
    }
    var rows = new ArrayList<Row>();
    var from = row.window().from();
    from = island(row, from, first, rows);
    if (last.time().isAfter(first.time())) {
      from = island(row, from, last, rows);
    }
    if (from.isBefore(row.window().until())) {
      rows.add(
          new Row(
              new Window(from, row.window().until()),
              unproved(row),
              row.apparent(),
              after(row, "a read by an outsider succeeded just before this span", events)));
    }
    return rows;
  }

  private static Instant island(Row row, Instant from, Witness witness, List<Row> rows) {
    var start = witness.time().isBefore(from) ? from : witness.time();
    var end = witness.time().plus(SECOND);
    end = end.isAfter(row.window().until()) ? row.window().until() : end;
    if (from.isBefore(start)) {
      rows.add(
          new Row(
              new Window(from, start),
              unproved(row),
              row.apparent(),
              from.equals(row.window().from())
                  ? row.because()
                  : after(
                      row,
                      "reads by outsiders succeeded just before and just after this span",
                      List.of(witness.event()))));
    }
    if (!start.isBefore(end)) {
      return from;
    }
    rows.add(
        new Row(
            new Window(start, end),
            ExposureState.OPEN,
            ExposureState.OPEN,
            List.of(Reason.of(SHOWN, witness.event()))));
    return end;
  }

  private static ExposureState unproved(Row row) {
    return row.state() == ExposureState.OPEN ? ExposureState.OPEN : ExposureState.UNKNOWN;
  }

  private static List<Reason> after(Row row, String text, List<EventRef> events) {
    var reasons = new ArrayList<Reason>();
    reasons.add(new Reason(text, events));
    reasons.addAll(row.because());
    return reasons;
  }
}
