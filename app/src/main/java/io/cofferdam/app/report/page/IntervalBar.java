package io.cofferdam.app.report.page;

import io.cofferdam.model.scope.Bounds;
import java.util.Locale;

/// Draws bounds as a line from at least to at most with a dot at the estimate; an arrow where
/// nothing caps them.
final class IntervalBar {
  private static final int LEFT = 5;
  private static final int RIGHT = 195;

  private IntervalBar() {}

  /// The bounds as SVG.
  ///
  /// @param scale the number at the right edge; bounds above it are drawn to the edge
  static String svg(Bounds bounds, long scale) {
    double least = x(bounds.atLeast(), scale);
    double most = bounds.bounded() ? Math.max(x(bounds.atMost(), scale), least + 1) : RIGHT;
    var svg = new StringBuilder(600);
    svg.append("<svg class=\"bar\" viewBox=\"0 0 200 16\" role=\"img\"><title>at least ")
        .append(Words.escape(Words.count(bounds.atLeast())))
        .append(", at most ")
        .append(Words.escape(Words.atMost(bounds.atMost())))
        .append("</title>");
    line(svg, LEFT, 8, RIGHT, 8, "#e3e8ee", 2);
    line(svg, least, 8, most, 8, "#d98880", 4);
    line(svg, least, 3, least, 13, "#b3261e", 2);
    if (bounds.bounded()) {
      line(svg, most, 3, most, 13, "#b3261e", 2);
    } else {
      line(svg, RIGHT - 6, 3, RIGHT, 8, "#b3261e", 2);
      line(svg, RIGHT - 6, 13, RIGHT, 8, "#b3261e", 2);
    }
    return svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"8\" r=\"4\" fill=\"#b3261e\"/></svg>",
                x(bounds.estimate(), scale)))
        .toString();
  }

  private static void line(
      StringBuilder svg, double x1, int y1, double x2, int y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"%d\"/>",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  private static double x(long value, long scale) {
    double part = scale <= 0 ? 0 : Math.min(1.0, (double) value / scale);
    return LEFT + (RIGHT - LEFT) * part;
  }
}
