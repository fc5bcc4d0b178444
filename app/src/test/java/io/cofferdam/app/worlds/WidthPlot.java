package io.cofferdam.app.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws how wide the bounds are against the share of the logs that is lost, as SVG.
final class WidthPlot {
  /// One line of the plot: the widths of all worlds, sorted, per loss.
  record Line(String name, String colour, List<List<Double>> widths) {}

  private static final int LEFT = 70;
  private static final int TOP = 40;
  private static final int WIDE = 560;
  private static final int HIGH = 300;
  private static final double[] TICKS = {0, 0.1, 0.5, 1, 2, 5, 10, 20};

  private final List<Double> losses;
  private final StringBuilder svg = new StringBuilder();

  private WidthPlot(List<Double> losses) {
    this.losses = losses;
  }

  static String draw(List<Double> losses, List<Line> lines) {
    return new WidthPlot(losses).svg(lines);
  }

  private String svg(List<Line> lines) {
    svg.append("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 680 440' role='img'")
        .append(" font-family='system-ui, sans-serif' font-size='12' fill='#222'>\n")
        .append("<title>Width of the bounds against the share of logs lost</title>\n")
        .append("<rect width='680' height='440' fill='#fff'/>\n");
    axes();
    for (int i = 0; i < lines.size(); i++) {
      band(lines.get(i));
      line(lines.get(i));
      legend(lines.get(i), i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void axes() {
    text(
        LEFT,
        22,
        "start",
        "(at most - at least) / truth, objects; median and middle half of the worlds");
    for (var tick : TICKS) {
      svg.append(format("<path d='M%d %.1fH%d' stroke='#ddd'/>\n", LEFT, y(tick), LEFT + WIDE));
      text(LEFT - 8, y(tick) + 4, "end", number(tick));
    }
    for (int i = 0; i < losses.size(); i++) {
      text(x(i), TOP + HIGH + 18, "middle", number(losses.get(i) * 100) + " %");
    }
    text(LEFT + WIDE / 2.0, TOP + HIGH + 38, "middle", "share of the log records lost");
  }

  private void band(Line line) {
    var up = new ArrayList<String>();
    var down = new ArrayList<String>();
    for (int i = 0; i < losses.size(); i++) {
      up.add(format("%.1f,%.1f", x(i), y(quantile(line.widths().get(i), 0.75))));
      down.addFirst(format("%.1f,%.1f", x(i), y(quantile(line.widths().get(i), 0.25))));
    }
    up.addAll(down);
    svg.append(
        format(
            "<polygon points='%s' fill='%s' opacity='0.15'/>\n",
            String.join(" ", up), line.colour()));
  }

  private void line(Line line) {
    var points = new ArrayList<String>();
    for (int i = 0; i < losses.size(); i++) {
      double median = Widths.median(line.widths().get(i));
      points.add(format("%.1f,%.1f", x(i), y(median)));
      svg.append(
          format(
              "<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>\n", x(i), y(median), line.colour()));
    }
    svg.append(
        format(
            "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>\n",
            String.join(" ", points), line.colour()));
  }

  private void legend(Line line, int number) {
    double y = TOP + HIGH + 62 + number * 18;
    svg.append(
        format(
            "<path d='M%d %.1fh24' stroke='%s' stroke-width='3'/>\n", LEFT, y - 4, line.colour()));
    text(LEFT + 32, y, "start", line.name());
  }

  private void text(double x, double y, String anchor, String words) {
    svg.append(format("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>\n", x, y, anchor, words));
  }

  private double x(int loss) {
    return LEFT + 20 + loss * (WIDE - 40.0) / (losses.size() - 1);
  }

  /// Ticks far apart for narrow bounds, close together for wide ones; wider than the last stand at
  /// the top.
  private static double y(double width) {
    double last = TICKS[TICKS.length - 1];
    double part = Math.log1p(4 * Math.min(width, last)) / Math.log1p(4 * last);
    return TOP + HIGH * (1 - part);
  }

  static double quantile(List<Double> sorted, double part) {
    return sorted.get((int) Math.round(part * (sorted.size() - 1)));
  }

  private static String number(double value) {
    return value == Math.rint(value) ? (long) value + "" : value + "";
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one more dependency
  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
