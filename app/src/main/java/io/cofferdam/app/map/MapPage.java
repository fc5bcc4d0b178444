package io.cofferdam.app.map;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.workload.Sureness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The map as one HTML page that needs no network and runs no script. What is drawn stands below as
/// text too.
public final class MapPage {
  private static final int MOST_UNKNOWN = 40;

  private MapPage() {}

  /// The page's text.
  public static String html(EstateMap map) {
    var page = new StringBuilder(1 << 16);
    page.append(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="referrer" content="no-referrer">
            <title>Map of language models</title>
            <style>\
            """)
        .append(resource("/page/report.css"))
        .append(resource("/page/map.css"))
        .append(
            "</style>\n</head>\n<body>\n<header class=\"top\">\n<p class=\"brand\">Cofferdam</p>\n")
        .append(
            "<h1>Where language models run, and what they touch</h1>\n<p class=\"sub\">Account ")
        .append(Words.escape(String.join(", ", map.accounts())))
        .append(", configuration as read at ")
        .append(Words.time(map.takenAt()))
        .append(" UTC</p>\n</header>\n<main>\n");
    summary(page, map);
    regions(page, map);
    table(page, map);
    unknown(page, map);
    page.append("</main>\n<footer><p>Made from configuration alone: no prompt, object or log was")
        .append(
            " read. Who gets through routes and permissions is what `scan` judges.</p></footer>\n")
        .append("</body>\n</html>\n");
    return Words.visible(page.toString());
  }

  private static void summary(StringBuilder page, EstateMap map) {
    var rows = map.rows();
    page.append("<section><h2>In short</h2><ul class=\"story\">");
    if (rows.isEmpty()) {
      item(page, "No workload with a language model was found.");
    } else {
      item(
          page,
          Words.count(rows.size())
              + (rows.size() == 1 ? " workload: " : " workloads: ")
              + sure(rows));
      var open = rows.stream().filter(MapRow::open).toList();
      item(
          page,
          open.isEmpty()
              ? "Security groups let everybody in to none of them."
              : "Security groups let everybody in to " + names(open) + ".");
      var silent = rows.stream().filter(r -> r.logs().isEmpty()).toList();
      item(
          page,
          silent.isEmpty()
              ? "For each of them a place was found where calls are logged."
              : "No place was found where calls of " + names(silent) + " are logged.");
    }
    if (!map.unknown().isEmpty()) {
      item(
          page,
          (map.unknown().size() == 1 ? "One thing" : Words.count(map.unknown().size()) + " things")
              + " could not be read, so that workloads may be missing: see the end.");
    }
    page.append("</ul><p class=\"legend\"><span class=\"key open\"></span>everybody is let in")
        .append("<span class=\"key none\"></span>nothing was found")
        .append("<span class=\"key maybe\"></span>only possibly a language model</p></section>\n");
  }

  private static void item(StringBuilder page, String words) {
    page.append("<li>").append(Words.escape(words)).append("</li>");
  }

  private static String sure(List<MapRow> rows) {
    var parts = new ArrayList<String>();
    for (var sureness : Sureness.values()) {
      var count = rows.stream().filter(r -> r.workload().sureness() == sureness).count();
      if (count > 0) {
        parts.add(count + " " + MapWords.sureness(sureness));
      }
    }
    return String.join(", ", parts) + ".";
  }

  private static String names(List<MapRow> rows) {
    var names = rows.stream().limit(3).map(r -> MapWords.name(r.workload().resource())).toList();
    return String.join(", ", names)
        + (rows.size() > 3 ? " and " + (rows.size() - 3) + " more" : "");
  }

  private static void regions(StringBuilder page, EstateMap map) {
    Map<String, List<MapRow>> byRegion = new LinkedHashMap<>();
    for (var row : map.rows()) {
      byRegion
          .computeIfAbsent(MapWords.region(row.workload().resource()), _ -> new ArrayList<>())
          .add(row);
    }
    var number = 0;
    for (var each : byRegion.entrySet()) {
      page.append("<section><h2>").append(Words.escape(each.getKey())).append("</h2>\n");
      for (var row : each.getValue()) {
        figure(page, row, number++);
      }
      page.append("</section>\n");
    }
  }

  private static void figure(StringBuilder page, MapRow row, int number) {
    var drawing = new MapDrawing(row, number);
    var workload = row.workload();
    page.append("<figure class=\"flow\"><figcaption><b>")
        .append(Words.escape(MapWords.name(workload.resource())))
        .append("</b>, ")
        .append(MapWords.kind(workload))
        .append(", ")
        .append(MapWords.sureness(workload.sureness()))
        .append("</figcaption>\n")
        .append(drawing.wide())
        .append('\n')
        .append(drawing.narrow())
        .append("\n<details><summary>Why, and all of it as text</summary><ul class=\"facts\">");
    item(page, row.sentence());
    workload.because().forEach(why -> item(page, "Taken for one: " + why));
    row.unknown().forEach(gap -> item(page, "Not known: " + gap));
    page.append("</ul></details></figure>\n");
  }

  private static void table(StringBuilder page, EstateMap map) {
    if (map.rows().isEmpty()) {
      return;
    }
    page.append("<section><h2>The same as a table</h2><table><thead><tr><th>Workload</th>")
        .append("<th>Region</th><th>Reached by</th><th>Role</th><th>Stores</th><th>Logs</th></tr>")
        .append("</thead><tbody>");
    for (var row : map.rows()) {
      page.append("<tr>");
      cell(page, List.of(MapWords.name(row.workload().resource())));
      cell(page, List.of(MapWords.region(row.workload().resource())));
      cell(page, row.reach().stream().map(Reach::full).toList());
      cell(page, row.roles().stream().map(MapWords::brief).toList());
      cell(page, row.stores().stream().map(s -> s.verb() + " " + s.address()).toList());
      cell(page, row.logs());
      page.append("</tr>\n");
    }
    page.append("</tbody></table></section>\n");
  }

  private static void cell(StringBuilder page, List<String> lines) {
    page.append("<td>");
    if (lines.isEmpty()) {
      page.append("none found");
    }
    for (var i = 0; i < lines.size(); i++) {
      page.append(i > 0 ? "<br>" : "").append(Words.escape(lines.get(i)));
    }
    page.append("</td>");
  }

  private static void unknown(StringBuilder page, EstateMap map) {
    if (map.unknown().isEmpty()) {
      return;
    }
    page.append("<section><h2>What could not be read</h2><ul class=\"facts\">");
    map.unknown().stream().limit(MOST_UNKNOWN).forEach(each -> item(page, each));
    if (map.unknown().size() > MOST_UNKNOWN) {
      item(page, (map.unknown().size() - MOST_UNKNOWN) + " more; `scan` lists all of them");
    }
    page.append("</ul></section>\n");
  }

  private static String resource(String name) {
    try (var in = MapPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new CofferdamBug(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
