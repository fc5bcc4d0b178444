package io.cofferdam.app.report.page;

import java.util.List;

/// Everything the page shows, as text that is ready to be shown; the template only lays it out and
/// escapes.
///
/// @param drawing the timeline as SVG markup, made by [TimelineDrawing] from escaped text
/// @param script the clocks' script, allowed by `scriptHash` in the page's content security policy
public record PageView(
    String title,
    String subtitle,
    String generated,
    List<String> banners,
    List<String> story,
    List<Figure> figures,
    List<DutyRow> duties,
    List<DutyRow> openDuties,
    List<LaterRow> laterDuties,
    String awareness,
    List<String> drafts,
    String drawing,
    List<ExposureRow> exposures,
    List<ChangeRow> changes,
    List<ChangeRow> otherChanges,
    String changesNote,
    List<ReaderRow> readers,
    List<SecretRow> secrets,
    List<SubjectRow> subjects,
    String subjectsNote,
    List<StoreRow> stores,
    List<ArtefactRow> artefacts,
    OriginView origin,
    List<FactRow> tampering,
    List<FactRow> unknown,
    List<FactRow> narrow,
    List<SourceRow> sources,
    List<InputRow> inputs,
    String inputsNote,
    CheckView check,
    String style,
    String script,
    String scriptHash) {

  /// One of the numbers at the top.
  ///
  /// @param bar its interval as SVG markup, or empty
  public record Figure(String label, String value, String detail, String bar) {}

  /// One duty.
  ///
  /// @param tone `required`, `undetermined`, `not-required` or `not-applicable`
  /// @param due the instant as ISO text for the running clock, or empty
  public record DutyRow(
      String name,
      String citation,
      String recipient,
      String tone,
      String state,
      String due,
      String dueShown,
      List<String> readings,
      List<String> because,
      List<String> decides,
      List<String> decidesToo,
      String verification) {}

  /// A duty that nobody has to act on now: it follows another, or is not owed by our reading.
  public record LaterRow(String name, String citation, String state, String why) {}

  /// One span in which a resource was open, closed or unknown.
  ///
  /// @param looked how it looked where that is not proved, or empty
  public record ExposureRow(
      String resource,
      String kind,
      String audience,
      String tone,
      String state,
      String looked,
      String from,
      String until,
      String length,
      List<String> because) {}

  /// One act that changed who may reach a resource.
  public record ChangeRow(
      String time, String resource, String kind, String what, String principal, String event) {}

  /// What one principal read of secrets.
  ///
  /// @param lines one line per read
  public record SecretRow(
      String principal,
      String secrets,
      String reads,
      String first,
      String last,
      String addresses,
      List<String> lines) {}

  /// What one reader took from one resource.
  public record ReaderRow(
      String reader,
      String kind,
      String resource,
      String objects,
      String reads,
      String bytes,
      String first,
      String last,
      List<String> addresses,
      List<String> sample,
      List<String> chain,
      List<String> because,
      List<String> events) {}

  /// People of one country and data class.
  public record SubjectRow(
      String country,
      String dataClass,
      String atLeast,
      String estimate,
      String atMost,
      String bar,
      List<String> because) {}

  /// Objects of one store.
  public record StoreRow(
      String store,
      String role,
      String atLeast,
      String estimate,
      String atMost,
      String bar,
      List<String> because) {}

  /// One version of weights, adapters, prompts or code.
  public record ArtefactRow(
      String kind,
      String version,
      String store,
      String parts,
      String complete,
      String usable,
      List<String> because) {}

  /// Where it came from.
  public record OriginView(String answer, List<String> because) {}

  /// A heading and what is to be said about it.
  public record FactRow(String name, String text) {}

  /// How complete one source is.
  public record SourceRow(
      String source,
      String about,
      String tone,
      String coverage,
      String span,
      List<String> because) {}

  /// One input file.
  public record InputRow(
      String path,
      String format,
      String events,
      String undecodable,
      String duplicates,
      String span,
      String notes) {}

  /// How a stranger checks the report.
  public record CheckView(
      String command, String ledger, String key, List<String> anchors, String warning) {}
}
