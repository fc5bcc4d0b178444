package io.cofferdam.respond.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Turns the spans of one resource into an audience's rows: what is proved, and where nothing is,
/// how it looked and what would decide.
final class SpanRows {
  static final String DIGESTS =
      "the management logs are not proved complete here; CloudTrail digest files with every log"
          + " file they name would decide";

  private SpanRows() {}

  /// @param name the resource in a message
  /// @param spans in order, without gaps
  /// @param witnesses in order of time
  static List<Row> of(
      String name,
      Audience audience,
      List<? extends Span> spans,
      List<Witness> witnesses,
      Findings out) {
    var shown = witnesses.stream().filter(w -> w.shows(audience)).toList();
    var rows = new ArrayList<Row>();
    var next = 0;
    for (var span : spans) {
      var row = row(span, audience);
      var inside = new ArrayList<Witness>();
      while (next < shown.size() && shown.get(next).time().isBefore(span.window().until())) {
        if (span.window().contains(shown.get(next).time())) {
          inside.add(shown.get(next));
        }
        next++;
      }
      if (inside.isEmpty() || row.state() == ExposureState.OPEN) {
        rows.add(row);
      } else {
        if (row.state() == ExposureState.CLOSED) {
          out.unknown(
              "whether " + name + " was closed to " + audience.words(),
              "a read by an outsider succeeded at "
                  + inside.getFirst().time()
                  + " though no change in the logs explains it");
        }
        rows.addAll(
            Witnessing.apply(
                row, inside, row.state() == ExposureState.UNKNOWN && span.constant(audience)));
      }
    }
    return Row.joined(rows);
  }

  private static Row row(Span span, Audience audience) {
    var certain = span.certain(audience);
    if (certain.state() != ExposureState.UNKNOWN) {
      return new Row(span.window(), certain.state(), certain.state(), certain.because());
    }
    var apparent = span.apparent(audience);
    var because = new ArrayList<Reason>();
    switch (apparent.state()) {
      case OPEN -> because.add(Reason.of("by what was seen it was open, but " + missing(span)));
      case CLOSED -> because.add(Reason.of("by what was seen it was closed, but " + missing(span)));
      case UNKNOWN -> {
        if (!span.covered()) {
          because.add(Reason.of(span.wanting()));
        }
      }
    }
    because.addAll(apparent.because().isEmpty() ? certain.because() : apparent.because());
    return new Row(span.window(), ExposureState.UNKNOWN, apparent.state(), because);
  }

  private static String missing(Span span) {
    return span.covered() ? span.unsettled() : span.wanting();
  }

  /// Open to an account that may be the company's own is not known to be open to an outsider.
  static Row perhapsOwn(Row row, Audience audience) {
    if (row.state() != ExposureState.OPEN
        || !(audience instanceof Audience.ForeignAccount(String account))) {
      return row;
    }
    var because = new ArrayList<Reason>();
    because.add(
        Reason.of(
            "open to account "
                + account
                + "; whether that is one of the company's own was not told"));
    because.addAll(row.because());
    return new Row(row.window(), ExposureState.UNKNOWN, row.apparent(), because);
  }

  /// What an event did, when and by whom, as a reason.
  static Reason told(String words, Instant time, String principal, EventRef ref) {
    return Reason.of(words + " at " + time + (principal.isEmpty() ? "" : " by " + principal), ref);
  }
}
