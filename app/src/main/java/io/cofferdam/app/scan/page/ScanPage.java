package io.cofferdam.app.scan.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.cofferdam.app.BuildInfo;
import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.compliance.FrameworkView;
import io.cofferdam.app.scan.export.ScanExport;
import io.cofferdam.app.scan.page.ScanView.ControlRow;
import io.cofferdam.app.scan.page.ScanView.Figure;
import io.cofferdam.app.scan.page.ScanView.MissingRow;
import io.cofferdam.app.scan.report.Fault;
import io.cofferdam.app.scan.report.Missing;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.collect.Place;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The page: what matters first, what could not be told, what was decided, what others found, what
/// frameworks ask, what was met.
public final class ScanPage implements ScanExport {
  private static final int FIRST = 8;
  private static final int OTHERS = 200;
  private static final int MISSING = 60;

  @Override
  public void write(ScanReport report, Writer out) throws IOException {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, ScanPage.class.getClassLoader(), "io.cofferdam.app.pages");
    var text = new StringOutput(1 << 16);
    engine.render("scan.jte", view(report), text);
    out.write(Words.visible(text.toString()));
  }

  private static ScanView view(ScanReport report) {
    var faults = report.faults();
    var first = faults.subList(0, Math.min(FIRST, faults.size()));
    var others = faults.subList(first.size(), Math.min(OTHERS, faults.size()));
    var left = faults.size() - first.size() - others.size();
    var missing = Missing.of(report.undetermined());
    var decided = new DecidedView(report);
    return new ScanView(
        title(report),
        places(report).stream().collect(Collectors.joining("; ")),
        "Configuration read until "
            + Words.time(report.result().takenAt())
            + " UTC. Cofferdam "
            + BuildInfo.version(),
        report.notes(),
        figures(report),
        ReadinessRows.of(report.readiness()),
        verdict(report, faults),
        first.stream().map(each -> FaultRows.of(each, report.result())).toList(),
        others.stream().map(each -> FaultRows.of(each, report.result())).toList(),
        left > 0 ? left + " more faults stand in --format json" : "",
        missing.stream().limit(MISSING).map(ScanPage::missing).toList(),
        missing.size() > MISSING ? (missing.size() - MISSING) + " more stand in --format json" : "",
        decided.suppressed(),
        decided.gone(),
        decided.baseline(),
        TheirView.rows(report.theirs()),
        TheirView.note(report.theirs()),
        report.frameworks().stream().map(FrameworkRows::of).toList(),
        FrameworkView.CAVEAT,
        controls(report),
        places(report),
        resource("/page/report.css") + resource("/page/scan.css"));
  }

  private static String title(ScanReport report) {
    var accounts = report.result().places().stream().map(Place::account).distinct().toList();
    return accounts.size() == 1
        ? "Scan of account " + accounts.getFirst()
        : "Scan of " + accounts.size() + " accounts";
  }

  private static List<String> places(ScanReport report) {
    return report.result().places().stream()
        .map(each -> each.account() + ": " + String.join(", ", each.regions()))
        .toList();
  }

  private static String verdict(ScanReport report, List<Fault> faults) {
    if (faults.isEmpty()) {
      return report.undetermined().isEmpty()
          ? "Nothing is violated that counts, and everything asked was told."
          : "Nothing is violated that counts, but not everything could be told.";
    }
    var findings = report.violated();
    var resources = findings.stream().map(each -> each.finding().resource().id()).distinct();
    return Words.count(findings.size())
        + " violations of "
        + findings.stream().map(each -> each.finding().control()).distinct().count()
        + " controls on "
        + Words.count(resources.count())
        + " resources. Each fault stands here once, the gravest first.";
  }

  private static List<Figure> figures(ScanReport report) {
    var figures = new ArrayList<Figure>();
    var violated = report.violated();
    for (var severity : List.of(Severity.CRITICAL, Severity.HIGH)) {
      figures.add(
          new Figure(
              severity.word(),
              Words.count(violated.stream().filter(each -> severity(each) == severity).count()),
              violations(violated, severity)));
    }
    figures.add(
        new Figure(
            "medium and low",
            Words.count(
                violated.stream()
                    .filter(each -> severity(each).compareTo(Severity.HIGH) > 0)
                    .count()),
            ""));
    var open = report.undetermined();
    figures.add(
        new Figure(
            "could not be told",
            Words.count(open.size()),
            open.isEmpty() ? "everything asked was told" : "these are neither met nor violated"));
    return figures;
  }

  private static String violations(List<Judged> violated, Severity severity) {
    var controls =
        violated.stream()
            .filter(each -> severity(each) == severity)
            .map(each -> each.finding().control().id())
            .distinct()
            .count();
    return controls == 0 ? "" : "of " + controls + (controls == 1 ? " control" : " controls");
  }

  private static Severity severity(Judged judged) {
    return judged.finding().severity();
  }

  private static MissingRow missing(Missing missing) {
    var places = missing.places();
    var controls = missing.controls();
    return new MissingRow(
        missing.what(),
        Words.count(places) + (places == 1 ? " resource or place" : " resources or places"),
        controls.size() <= 4
            ? String.join(", ", controls)
            : String.join(", ", controls.subList(0, 4))
                + " and "
                + (controls.size() - 4)
                + " more");
  }

  private static List<ControlRow> controls(ScanReport report) {
    var counts = new HashMap<String, long[]>();
    var words = Arrays.asList("Violated", "Undetermined", "Met", "NotApplicable");
    for (var judged : report.findings()) {
      var of = counts.computeIfAbsent(judged.finding().control().id(), _ -> new long[4]);
      of[words.indexOf(judged.finding().outcome().word())]++;
    }
    return report.result().controls().stream()
        .map(control -> control(control, counts.getOrDefault(control.id(), new long[4])))
        .toList();
  }

  private static ControlRow control(Control control, long[] counts) {
    return new ControlRow(
        control.id(),
        control.title(),
        Words.count(counts[0]),
        Words.count(counts[1]),
        Words.count(counts[2]),
        Words.count(counts[3]));
  }

  private static String resource(String name) {
    try (var in = ScanPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new CofferdamBug(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
