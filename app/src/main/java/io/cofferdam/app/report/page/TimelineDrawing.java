package io.cofferdam.app.report.page;

import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.source.Coverage;
import io.cofferdam.model.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws lanes of spans over a common time axis as SVG.
///
/// The drawn window is the part of the period in which something happened, with a margin, because a
/// leak of an hour is invisible on the scale of a month.
final class TimelineDrawing {
  private static final int WIDTH = 1000;
  private static final int LABELS = 300;
  private static final int LANE = 26;
  private static final int BAR = 14;
  private static final int TOP = 8;

  /// One line of the drawing: a label and its spans.
  record Lane(String label, String detail, List<Span> spans) {
    Lane {
      spans = List.copyOf(spans);
    }
  }

  /// A coloured span; a span without length is drawn as a mark.
  record Span(Window window, String tone, String words) {}

  private final Window shown;
  private final List<Lane> lanes = new ArrayList<>();

  TimelineDrawing(Window shown) {
    this.shown =
        shown.length().compareTo(Duration.ofMinutes(1)) < 0
            ? new Window(shown.from().minusSeconds(60), shown.until().plusSeconds(60))
            : shown;
  }

  /// The window worth drawing: around the given instants, inside the period.
  static Window around(Window period, List<Instant> instants) {
    if (instants.isEmpty()) {
      return period;
    }
    var first = instants.stream().min(Instant::compareTo).orElseThrow();
    var last = instants.stream().max(Instant::compareTo).orElseThrow();
    var margin = Duration.between(first, last).dividedBy(8).plusMinutes(15);
    var from = first.minus(margin);
    var until = last.plus(margin);
    return new Window(
        from.isBefore(period.from()) && !first.isBefore(period.from()) ? period.from() : from,
        until.isAfter(period.until()) && !last.isAfter(period.until()) ? period.until() : until);
  }

  static String tone(ExposureState state) {
    return switch (state) {
      case OPEN -> "open";
      case CLOSED -> "closed";
      case UNKNOWN -> "unknown";
    };
  }

  static String tone(Coverage coverage) {
    return switch (coverage) {
      case COMPLETE -> "complete";
      case PARTIAL -> "partial";
      case ABSENT -> "absent";
    };
  }

  void add(Lane lane) {
    lanes.add(lane);
  }

  String svg() {
    int height = TOP + lanes.size() * LANE + 40;
    var svg = new StringBuilder(4096);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
        .append(WIDTH + " " + height)
        .append("\" font-family=\"system-ui,Liberation Sans,Arial,sans-serif\">")
        .append("<title>Timeline from ")
        .append(Words.escape(Words.time(shown.from())))
        .append(" to ")
        .append(Words.escape(Words.time(shown.until())))
        .append("</title><defs><pattern id=\"hatch\" width=\"8\" height=\"8\"")
        .append(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
        .append("<rect width=\"8\" height=\"8\" fill=\"#f7ead0\"/>")
        .append("<rect width=\"4\" height=\"8\" fill=\"#e9c27a\"/></pattern></defs>");
    axis(svg, TOP + lanes.size() * LANE);
    for (int i = 0; i < lanes.size(); i++) {
      lane(svg, lanes.get(i), TOP + i * LANE);
    }
    return svg.append("</svg>").toString();
  }

  private void lane(StringBuilder svg, Lane lane, int y) {
    text(svg, 0, y + BAR - 2, 13, "#1c2430", Words.middleCut(lane.label(), 42), lane.label());
    for (var span : lane.spans()) {
      double from = Math.clamp(x(span.window().from()), LABELS, WIDTH);
      double until = Math.clamp(x(span.window().until()), LABELS, WIDTH);
      if (span.window().until().isBefore(shown.from())
          || span.window().from().isAfter(shown.until())) {
        continue;
      }
      double width = Math.max(3, until - from);
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"><title>%s</title></rect>",
              Math.min(from, WIDTH - 3),
              y,
              width,
              BAR,
              fill(span.tone()),
              Words.escape(span.words())));
    }
    if (!lane.detail().isEmpty()) {
      text(svg, LABELS + 4, y + BAR + 9, 10, "#5a6675", lane.detail(), lane.detail());
    }
  }

  private void axis(StringBuilder svg, int y) {
    var step = step(shown.length());
    var first =
        Instant.ofEpochSecond(
            Math.ceilDiv(shown.from().getEpochSecond(), step.toSeconds()) * step.toSeconds());
    for (var tick = first; tick.isBefore(shown.until()); tick = tick.plus(step)) {
      double x = x(tick);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#d9dfe6\"/>",
              x,
              TOP - 4,
              x,
              y + 6));
      var label = step.toHours() >= 24 ? Words.day(tick) : Words.clockTime(tick);
      centred(svg, x, y + 20, label);
      if (step.toHours() < 24 && (tick.equals(first) || tick.getEpochSecond() % 86400 == 0)) {
        centred(svg, x, y + 34, Words.day(tick));
      }
    }
  }

  private static Duration step(Duration length) {
    long[] minutes = {1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10080, 20160, 43200};
    for (long each : minutes) {
      if (length.toMinutes() / each < 9) {
        return Duration.ofMinutes(each);
      }
    }
    return Duration.ofDays(Math.max(30, length.toDays() / 8));
  }

  private double x(Instant instant) {
    double part =
        (double) Duration.between(shown.from(), instant).toMillis() / shown.length().toMillis();
    return LABELS + part * (WIDTH - LABELS - 8);
  }

  private static void text(
      StringBuilder svg, double x, double y, int size, String colour, String text, String full) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\">%s<title>%s</title></text>",
            x,
            y,
            size,
            colour,
            Words.escape(text),
            Words.escape(full)));
  }

  private static void centred(StringBuilder svg, double x, double y, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" fill=\"#5a6675\" text-anchor=\"middle\">%s</text>",
            x,
            y,
            Words.escape(text)));
  }

  private static String fill(String tone) {
    return switch (tone) {
      case "open" -> "#b3261e";
      case "unknown" -> "url(#hatch)";
      case "closed" -> "#cfd6de";
      case "reads" -> "#1f5fa8";
      case "complete" -> "#8fc3a5";
      case "partial" -> "#e5c98f";
      case "tamper" -> "#7a1fa8";
      default -> "#eceff3";
    };
  }
}
