package io.cofferdam.app.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.Seal;
import io.cofferdam.app.report.page.PageView.FactRow;
import io.cofferdam.app.report.page.PageView.OriginView;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The report as one HTML page that needs no network: style, script and drawing are inside, and its
/// content security policy allows nothing else.
public final class ReportPage {
  private static final int MOST_UNKNOWN = 60;

  private ReportPage() {}

  /// The page's text.
  public static String html(LeakReport report, Seal seal) {
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportPage.class.getClassLoader(), "io.cofferdam.app.pages");
    var out = new StringOutput(1 << 16);
    engine.render("report.jte", view(report, seal), out);
    return Words.visible(out.toString());
  }

  private static PageView view(LeakReport report, Seal seal) {
    var reasons = new Reasons(report.inputs());
    var script = resource("/page/clocks.js");
    return new PageView(
        Story.title(report),
        Story.subtitle(report),
        Story.generated(report),
        report.notes(),
        Story.sentences(report),
        Figures.of(report),
        DutyRows.first(report, reasons),
        DutyRows.rest(report, reasons),
        DutyRows.later(report),
        DutyRows.awareness(report),
        report.drafts(),
        TimelineLanes.draw(report),
        ExposureRows.of(report, reasons),
        ActRows.changes(report, reasons, true),
        ActRows.changes(report, reasons, false),
        ActRows.changesNote(report),
        ReaderRows.of(report, reasons),
        ActRows.secrets(report, reasons),
        ScopeRows.subjects(report, reasons),
        Story.subjectsNote(report),
        ScopeRows.stores(report, reasons),
        ScopeRows.artefacts(report, reasons),
        new OriginView(
            String.join(" and ", report.origin().answers().stream().map(a -> a.words()).toList()),
            reasons.words(report.origin().because())),
        tampering(report, reasons),
        unknown(report),
        report.scope().narrow().stream().map(n -> new FactRow(n.input(), n.effect())).toList(),
        SourceRows.sources(report, reasons),
        SourceRows.inputs(report),
        SourceRows.note(report),
        seal.view(),
        resource("/page/report.css"),
        script,
        "sha256-" + hash(script));
  }

  private static List<FactRow> unknown(LeakReport report) {
    var all = report.scope().unknown();
    var rows =
        new ArrayList<>(
            all.stream().limit(MOST_UNKNOWN).map(u -> new FactRow(u.what(), u.why())).toList());
    if (all.size() > MOST_UNKNOWN) {
      rows.add(
          new FactRow(
              Words.count(all.size() - MOST_UNKNOWN) + " more", "all of them are in report.json"));
    }
    return rows;
  }

  private static List<FactRow> tampering(LeakReport report, Reasons reasons) {
    return report.tampering().stream()
        .map(
            each ->
                new FactRow(
                    each.action() + " on " + each.target(),
                    "by "
                        + each.principal()
                        + " at "
                        + Words.time(each.time())
                        + "; makes "
                        + each.affects()
                        + " doubtful from "
                        + Words.time(each.doubtful().from())
                        + " to "
                        + Words.time(each.doubtful().until())
                        + " ["
                        + reasons.event(each.event())
                        + "]"))
        .toList();
  }

  private static String resource(String name) {
    try (var in = ReportPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new CofferdamBug(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
