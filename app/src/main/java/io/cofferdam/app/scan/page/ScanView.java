package io.cofferdam.app.scan.page;

import java.util.List;

/// Everything the page shows, as text that is ready to be shown; the template only lays it out and
/// escapes. A list that is empty makes its section absent.
///
/// @param readiness stores as they would be answered for if they leaked now
/// @param first the faults that matter, in full
/// @param others the other faults, in a line each
/// @param more how many faults the page leaves out, in words, or empty
public record ScanView(
    String title,
    String subtitle,
    String generated,
    List<String> notes,
    List<Figure> figures,
    List<StoreRow> readiness,
    String verdict,
    List<FaultRow> first,
    List<FaultRow> others,
    String more,
    List<MissingRow> missing,
    String missingMore,
    List<DecidedRow> suppressed,
    List<DecidedRow> gone,
    String baseline,
    List<TheirRow> theirs,
    String theirsNote,
    List<FrameworkRow> frameworks,
    String caveat,
    List<ControlRow> controls,
    List<String> places,
    String style) {

  /// One of the numbers at the top.
  public record Figure(String label, String value, String detail) {}

  /// A store, if it leaked now.
  ///
  /// @param guess why it is taken to matter, or empty where the data map says so
  /// @param changes what would narrow the answer, the best first
  public record StoreRow(
      String name, String id, String answer, String because, String guess, List<String> changes) {}

  /// A fault with the resources that share it.
  ///
  /// @param tone `critical`, `high`, `medium` or `low`
  /// @param weighed why the severity is not the control's, or empty
  /// @param resources some of them
  /// @param shared how many, in words
  /// @param names a few of them, or empty where there is one
  /// @param shownBy a request or value that shows it on the first, or empty
  public record FaultRow(
      String tone,
      String why,
      String title,
      String control,
      String weighed,
      String shared,
      String names,
      List<ResourceRow> resources,
      String left,
      List<String> shownBy,
      List<Change> changes,
      List<String> clauses,
      String source) {}

  /// A resource with the id of its finding.
  ///
  /// @param standing `new`, `expired` or empty
  public record ResourceRow(
      String name, String id, String where, String finding, String standing) {}

  /// A way to mend a fault, with the language it is written in.
  public record Change(String language, String text) {}

  /// What is not known, and what hangs on it.
  public record MissingRow(String what, String places, String controls) {}

  /// A finding that was decided about.
  public record DecidedRow(String control, String resource, String what, String detail) {}

  /// A rule of others.
  public record TheirRow(String rule, String count, String resources, String detail) {}

  /// A framework with its clauses.
  public record FrameworkRow(
      String title, String version, String source, String summary, List<ClauseRow> clauses) {}

  /// A clause with the controls that serve it.
  ///
  /// @param tone `violated`, `undetermined`, `met` or `nothing`
  public record ClauseRow(
      String id, String title, String tone, String state, String counts, List<String> controls) {}

  /// A control with what it gave.
  public record ControlRow(
      String id,
      String title,
      String violated,
      String undetermined,
      String met,
      String notApplicable) {}
}
