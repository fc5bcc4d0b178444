package io.cofferdam.app.scan;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.control.Severity;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A scan for people: what is violated, the gravest first and together for each resource; what
/// could not be told and which permission would tell it; counts.
public final class ScanTable {
  private static final int LINE = 96;
  private static final String INDENT = "             ";

  private final PrintWriter out;
  private final boolean colour;

  public ScanTable(PrintWriter out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  public void print(ScanResult result) {
    var violated = result.violated();
    heading(
        violated.isEmpty()
            ? "Nothing violated"
            : violated.size() + " violated, on " + byResource(violated).size() + " resources");
    ranked(violated).forEach(this::resource);
    undetermined(result.undetermined());
    heading("Counts");
    for (var word : List.of("Violated", "Met", "NotApplicable", "Undetermined")) {
      var count = result.findings().stream().filter(f -> f.outcome().word().equals(word)).count();
      out.printf("   %-15s %d%n", spoken(word), count);
    }
    heading("Asked");
    for (var place : result.places()) {
      wrapped("   ", "account " + place.account() + ", " + regions(place.regions()));
    }
    wrapped(
        "   ",
        result.resources() + " resources, read until " + Words.time(result.takenAt()) + " UTC");
    result.notes().forEach(note -> wrapped("   ", note));
    wrapped(
        "   ",
        "This is the first set of controls: "
            + result.controls().size()
            + ", on "
            + result.controls().stream()
                .map(each -> each.resource())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "))
            + ". What no control is about was not judged.");
    out.println();
  }

  private void resource(List<Finding> findings) {
    var first = findings.getFirst().resource();
    out.println();
    out.println(
        "   "
            + bold(Words.visible(first.id()))
            + (first.region().isEmpty() ? "" : "  " + first.region()));
    for (var finding : findings) {
      if (finding.outcome() instanceof Outcome.Violated(var why, var witness)) {
        wrapped(String.format("   %-8s  ", finding.severity().word()), why);
        wrapped(INDENT, finding.control().id());
        witness.forEach(each -> wrapped(INDENT + "shown by: ", each));
        if (!finding.change().cli().isEmpty()) {
          wrapped(INDENT + "mend: ", finding.change().cli());
        }
      }
    }
  }

  /// Each missing thing once, with how much hangs on it.
  private void undetermined(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    heading("Could not be told");
    var missing = new TreeMap<String, List<Finding>>();
    for (var finding : findings) {
      if (finding.outcome() instanceof Outcome.Undetermined(var what)) {
        what.forEach(each -> missing.merge(each, List.of(finding), ScanTable::joined));
      }
    }
    missing.entrySet().stream()
        .sorted(Comparator.comparingInt(each -> -each.getValue().size()))
        .forEach(
            each -> {
              var controls =
                  each.getValue().stream().map(f -> f.control().id()).distinct().sorted();
              wrapped(
                  "   ",
                  each.getKey()
                      + ": "
                      + byResource(each.getValue()).size()
                      + " resources or places, "
                      + controls.collect(Collectors.joining(", ")));
            });
  }

  private static List<Finding> joined(List<Finding> before, List<Finding> more) {
    return java.util.stream.Stream.concat(before.stream(), more.stream()).toList();
  }

  private static Map<String, List<Finding>> byResource(List<Finding> findings) {
    return findings.stream()
        .collect(
            Collectors.groupingBy(f -> f.resource().id(), LinkedHashMap::new, Collectors.toList()));
  }

  /// Resources by the gravest of their findings, then by how many there are of it.
  private static List<List<Finding>> ranked(List<Finding> findings) {
    return byResource(findings).values().stream()
        .map(
            each ->
                each.stream().sorted(Comparator.comparing((Finding f) -> f.severity())).toList())
        .sorted(
            Comparator.comparing((List<Finding> each) -> each.getFirst().severity())
                .thenComparing(each -> -count(each, each.getFirst().severity()))
                .thenComparing(each -> each.getFirst().resource().id()))
        .toList();
  }

  private static long count(List<Finding> findings, Severity severity) {
    return findings.stream().filter(f -> f.severity() == severity).count();
  }

  private static String regions(List<String> regions) {
    return regions.size() <= 4 ? String.join(", ", regions) : regions.size() + " regions";
  }

  private static String spoken(String word) {
    return switch (word) {
      case "NotApplicable" -> "not applicable";
      case "Undetermined" -> "could not tell";
      case "Violated" -> "violated";
      default -> "met";
    };
  }

  private void heading(String text) {
    out.println();
    out.println(bold(text));
  }

  private String bold(String text) {
    return colour ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private void wrapped(String bullet, String text) {
    var line = new StringBuilder(bullet);
    for (var word : Words.visible(text).split("\\s", -1)) {
      if (line.length() + word.length() + 1 > LINE && line.length() > bullet.length()) {
        out.println(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(bullet.length()));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }
}
