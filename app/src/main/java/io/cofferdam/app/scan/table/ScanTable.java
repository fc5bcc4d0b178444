package io.cofferdam.app.scan.table;

import static java.util.stream.Collectors.joining;

import io.cofferdam.app.readiness.ReadinessTable;
import io.cofferdam.app.report.page.Words;
import io.cofferdam.app.scan.baseline.Judged;
import io.cofferdam.app.scan.report.ComparisonWords;
import io.cofferdam.app.scan.report.Fault;
import io.cofferdam.app.scan.report.Missing;
import io.cofferdam.app.scan.report.ScanReport;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Severity;
import io.cofferdam.posture.inventory.PlannedFacts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A scan for people on a terminal, to be read in two minutes whatever its size: the few faults
/// that matter first, each once however many resources share it; the others in a line each; what
/// could not be told; what was decided before; counts; what was asked.
public final class ScanTable {
  /// Faults told in full.
  private static final int FULL = 6;

  /// Faults told in a line.
  private static final int SHORT = 15;

  private static final int NAMES = 5;
  private static final int MISSING = 6;
  private static final String INDENT = "          ";

  private final Lines lines;
  private final ReadinessTable readiness;

  /// A table on a terminal.
  ///
  /// @param width of the terminal, in characters
  public ScanTable(PrintWriter out, boolean colour, int width) {
    this.lines = new Lines(out, colour, width);
    this.readiness = new ReadinessTable(out, colour);
  }

  public void print(ScanReport report) {
    var violated = report.violated();
    var faults = report.faults();
    readiness.print(report.readiness());
    head(report, violated);
    full(faults.subList(0, Math.min(FULL, faults.size())), report);
    brief(faults.subList(Math.min(FULL, faults.size()), faults.size()));
    undetermined(report.undetermined());
    new DecidedRows(lines).print(report);
    new FrameworkRows(lines).print(report.frameworks());
    new TheirRows(lines).print(report.theirs());
    counts(report);
    asked(report);
    lines.empty();
  }

  private void head(ScanReport report, List<Judged> violated) {
    if (violated.isEmpty()) {
      lines.heading(
          report.undetermined().isEmpty()
              ? "Nothing violated"
              : "Nothing violated, but not all told");
      return;
    }
    lines.heading(
        number(violated.size(), "violation")
            + " of "
            + number(
                violated.stream().map(each -> each.finding().control()).distinct().count(),
                "control")
            + " on "
            + number(
                violated.stream().map(each -> each.finding().resource().id()).distinct().count(),
                "resource"));
    lines.text(
        "  ",
        Stream.of(Severity.values())
            .map(
                severity ->
                    count(violated.stream().filter(each -> severity(each) == severity).count())
                        + " "
                        + severity.word())
            .filter(each -> !each.startsWith("0 "))
            .collect(joining(", ")));
  }

  private void full(List<Fault> faults, ScanReport report) {
    for (var fault : faults) {
      lines.empty();
      lines.bold(String.format("%-10s", fault.severity().word()), fault.why());
      lines.text(INDENT, places(fault));
      fault.remarks().forEach(each -> lines.text(INDENT, each));
      fault.witness().stream().limit(1).forEach(each -> lines.text(INDENT + "shown by  ", each, 3));
      var change = change(fault.first().finding());
      if (!change.isEmpty()) {
        lines.text(INDENT + "mend      ", change, 3);
      }
      report
          .result()
          .comparison(fault.first().finding())
          .map(ComparisonWords::of)
          .filter(words -> !words.isEmpty())
          .ifPresent(words -> lines.text(INDENT + "then      ", words, 4));
    }
  }

  /// The change in the language of the plan; of a live resource by command.
  private static String change(Finding finding) {
    var change = finding.change();
    return PlannedFacts.where(finding.resource())
        .map(
            at ->
                switch (at.language()) {
                  case TERRAFORM -> change.terraform();
                  case CLOUDFORMATION -> change.cloudformation();
                })
        .filter(each -> !each.isEmpty())
        .orElseGet(change::cli);
  }

  private static String places(Fault fault) {
    var id = fault.control().id();
    var findings = fault.findings();
    var place = place(fault.first());
    if (findings.size() == 1) {
      return id + (place.isEmpty() ? "" : ", in " + place);
    }
    return id
        + ", "
        + count(findings.size())
        + " resources: "
        + names(findings.stream().map(ScanTable::name).toList());
  }

  private void brief(List<Fault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    lines.heading("Not met either");
    for (var fault : faults.subList(0, Math.min(SHORT, faults.size()))) {
      var many = fault.findings().size();
      lines.text(
          String.format(Locale.ROOT, "%-10s%6s  ", fault.severity().word(), count(many)),
          fault.control().title() + " (" + fault.control().id() + ")");
    }
    if (faults.size() > SHORT) {
      lines.text(
          INDENT, "and " + (faults.size() - SHORT) + " more faults: --format html or json has all");
    }
  }

  /// Each missing thing once, with how much hangs on it.
  private void undetermined(List<Judged> findings) {
    if (findings.isEmpty()) {
      return;
    }
    lines.heading("Could not be told (" + count(findings.size()) + ")");
    var missing = Missing.of(findings);
    for (var each : missing.subList(0, Math.min(MISSING, missing.size()))) {
      lines.text("  ", each.what(), 3);
      lines.text(
          INDENT,
          number(each.places(), "resource or place", "resources or places")
              + "; "
              + names(each.controls()));
    }
    if (missing.size() > MISSING) {
      lines.text(
          "  ", "and " + (missing.size() - MISSING) + " more: --format html or json has all");
    }
  }

  private void counts(ScanReport report) {
    lines.heading("Counts");
    Map<String, Long> byWord =
        report.findings().stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.finding().outcome().word(), Collectors.counting()));
    for (var word : List.of("Violated", "Undetermined", "Met", "NotApplicable")) {
      lines.text(
          String.format(Locale.ROOT, "  %-15s", spoken(word)),
          count(byWord.getOrDefault(word, 0L)));
    }
  }

  private void asked(ScanReport report) {
    var result = report.result();
    lines.heading("Asked");
    for (var place : result.places()) {
      lines.text("  ", "account " + place.account() + ", " + regions(place.regions()));
    }
    result
        .unasked()
        .forEach(
            each -> lines.text("  ", "NOT JUDGED: account " + each.account() + ": " + each.why()));
    lines.text(
        "  ",
        count(result.resources())
            + " resources, read until "
            + Words.time(result.takenAt())
            + " UTC, "
            + result.controls().size()
            + " controls. What no control is about was not judged.");
    report.notes().forEach(note -> lines.text("  ", note));
  }

  private static String regions(List<String> regions) {
    if (regions.isEmpty()) {
      return "region unknown";
    }
    return regions.size() <= 4 ? String.join(", ", regions) : regions.size() + " regions";
  }

  private static Severity severity(Judged judged) {
    return judged.finding().severity();
  }

  /// What a resource is called: one that is only planned by its address.
  static String name(Judged judged) {
    var resource = judged.finding().resource();
    if (PlannedFacts.where(resource).isPresent()) {
      return resource.id();
    }
    return resource.name().isEmpty() ? resource.id() : resource.name();
  }

  private static String place(Judged judged) {
    var resource = judged.finding().resource();
    return PlannedFacts.where(resource)
        .map(at -> at.place() + " as " + at.address())
        .orElseGet(resource::region);
  }

  /// At most five names and how many more.
  static String names(Collection<String> all) {
    var some = new ArrayList<>(all.stream().distinct().toList());
    var more = some.size() - NAMES;
    var shown = String.join(", ", some.subList(0, Math.min(NAMES, some.size())));
    return more > 0 ? shown + " and " + count(more) + " more" : shown;
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String number(long number, String one) {
    return number(number, one, one + "s");
  }

  private static String number(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  private static String spoken(String word) {
    return switch (word) {
      case "NotApplicable" -> "not applicable";
      case "Undetermined" -> "could not tell";
      case "Violated" -> "violated";
      default -> "met";
    };
  }
}
