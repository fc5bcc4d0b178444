package io.cofferdam.app.map;

import io.cofferdam.app.report.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Draws one row of the map: who reaches the workload, the workload with its role, its stores, its
/// logs. Wide rows go from left to right; narrow ones, for a phone, from top to bottom.
final class MapDrawing {
  private static final int LINE = 17;
  private static final int PAD = 10;
  private static final int MOST = 4;
  private static final double LETTER = 6.7;

  /// A box with its heading and lines; `tone` is a class of the style sheet.
  private record Box(String heading, List<Entry> entries, String tone) {
    int height() {
      return 2 * PAD + LINE * (1 + Math.max(1, entries.size()));
    }
  }

  /// A line of a box; the full text is told to whoever points at it.
  private record Entry(String words, String full) {}

  private final MapRow row;
  private final String id;

  MapDrawing(MapRow row, int number) {
    this.row = row;
    this.id = "w" + number;
  }

  /// From left to right, 1000 units wide.
  String wide() {
    var boxes = boxes();
    int[] x = {0, 212, 462, 802};
    int[] width = {178, 216, 306, 198};
    var height = boxes.stream().mapToInt(Box::height).max().orElse(60);
    var svg = begin("wide", 1000, height);
    for (var i = 0; i < boxes.size(); i++) {
      var box = boxes.get(i);
      var y = (height - box.height()) / 2;
      if (i > 0) {
        arrow(svg, x[i - 1] + width[i - 1], height / 2, x[i], height / 2);
      }
      box(svg, box, x[i], y, width[i]);
    }
    return svg.append("</svg>").toString();
  }

  /// From top to bottom, 340 units wide.
  String narrow() {
    var boxes = boxes();
    var gap = 22;
    var height = boxes.stream().mapToInt(Box::height).sum() + gap * (boxes.size() - 1);
    var svg = begin("narrow", 340, height);
    var y = 0;
    for (var i = 0; i < boxes.size(); i++) {
      if (i > 0) {
        arrow(svg, 170, y - gap, 170, y);
      }
      box(svg, boxes.get(i), 0, y, 340);
      y += boxes.get(i).height() + gap;
    }
    return svg.append("</svg>").toString();
  }

  private List<Box> boxes() {
    var reach = row.reach().stream().map(r -> new Entry(r.words(), r.full())).toList();
    var open = row.open();
    var roles =
        row.roles().isEmpty()
            ? List.of(new Entry("no role found", "no role found"))
            : row.roles().stream()
                .map(r -> new Entry("as " + r.substring(r.lastIndexOf('/') + 1), "acts as " + r))
                .toList();
    var stores =
        row.stores().stream()
            .map(
                s ->
                    new Entry(
                        s.verb() + " " + MapWords.brief(s.address()), s.verb() + " " + s.address()))
            .toList();
    var logs = row.logs().stream().map(l -> new Entry(MapWords.brief(l), l)).toList();
    return List.of(
        new Box(open ? "The internet" : "Reached by", few(reach), open ? "open" : "reach"),
        new Box(
            MapWords.name(row.workload().resource()),
            few(roles),
            "work " + row.workload().sureness().word()),
        new Box(
            stores.isEmpty() ? "No store found" : "Stores",
            few(stores),
            stores.isEmpty() ? "none" : "store"),
        new Box(
            logs.isEmpty() ? "No log found" : "Logs", few(logs), logs.isEmpty() ? "none" : "log"));
  }

  private static List<Entry> few(List<Entry> entries) {
    if (entries.size() <= MOST) {
      return entries;
    }
    var shown = new ArrayList<>(entries.subList(0, MOST - 1));
    var rest = entries.size() - shown.size();
    shown.add(new Entry("and " + rest + " more, see below", rest + " more, in the table below"));
    return shown;
  }

  private StringBuilder begin(String layout, int width, int height) {
    return new StringBuilder(2048)
        .append("<svg class=\"")
        .append(layout)
        .append("\" viewBox=\"-2 -2 ")
        .append(width + 4)
        .append(' ')
        .append(height + 4)
        .append("\" role=\"img\" aria-labelledby=\"")
        .append(id)
        .append(layout)
        .append("\"><title id=\"")
        .append(id)
        .append(layout)
        .append("\">")
        .append(Words.escape(row.sentence()))
        .append("</title>");
  }

  private static void arrow(StringBuilder svg, int fromX, int fromY, int toX, int toY) {
    var along = fromY == toY;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path class=\"way\" d=\"M%d %d L%d %d\"/><path class=\"tip\" d=\"M%d %d l%d %d l%d %d"
                + " z\"/>",
            fromX + (along ? 6 : 0),
            fromY + (along ? 0 : 4),
            toX - (along ? 10 : 0),
            toY - (along ? 0 : 10),
            toX - (along ? 4 : 0),
            toY - (along ? 0 : 4),
            along ? -8 : -5,
            along ? -5 : -8,
            along ? 0 : 10,
            along ? 10 : 0));
  }

  private static void box(StringBuilder svg, Box box, int x, int y, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"box %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\"/>",
            box.tone(),
            x,
            y,
            width,
            box.height()));
    var at = y + PAD + 12;
    text(svg, x + 12, at, "head", box.heading(), box.heading(), width);
    for (var entry : box.entries()) {
      at += LINE;
      text(svg, x + 12, at, "line", entry.words(), entry.full(), width);
    }
    if (box.entries().isEmpty()) {
      text(svg, x + 12, at + LINE, "line", "in what was read", "in what was read", width);
    }
  }

  private static void text(
      StringBuilder svg, int x, int y, String style, String words, String full, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\">%s<title>%s</title></text>",
            style,
            x,
            y,
            Words.escape(cut(words, (int) ((width - 22) / LETTER))),
            Words.escape(full)));
  }

  /// Left out is the middle: beginning and end tell addresses apart.
  private static String cut(String words, int most) {
    if (words.length() <= most) {
      return words;
    }
    var head = most * 3 / 5;
    return words.substring(0, head) + "…" + words.substring(words.length() - (most - head - 1));
  }
}
