package io.cofferdam.app.drift;

import io.cofferdam.app.report.page.Words;
import io.cofferdam.posture.control.Outcome;
import java.io.PrintWriter;
import java.util.List;

/// Drift for people, in the terminal.
public final class DriftTable {
  private static final int RESOURCES = 40;

  private final PrintWriter out;

  public DriftTable(PrintWriter out) {
    this.out = out;
  }

  public void print(Drift drift) {
    out.println();
    out.println("From " + Words.time(drift.from()) + " to " + Words.time(drift.to()) + " UTC");
    for (var kind : Shift.Kind.values()) {
      var shifts = drift.shifts().stream().filter(s -> s.kind() == kind).toList();
      if (!shifts.isEmpty()) {
        out.println();
        out.println(heading(kind) + " (" + shifts.size() + ")");
        shifts.forEach(this::shift);
      }
    }
    if (drift.shifts().isEmpty()) {
      out.println();
      out.println("No outcome changed");
    }
    resources(drift.resources());
    out.println();
    out.println("   " + drift.judged() + " outcomes judged");
    drift.notes().forEach(note -> out.println("   " + Words.visible(note)));
    out.println();
  }

  private static String heading(Shift.Kind kind) {
    return switch (kind) {
      case NEW -> "New";
      case WORSE -> "Worse";
      case LOST_SIGHT -> "Can no longer be told";
      case BETTER -> "Better";
      case GONE -> "Gone";
      case TOLD -> "Can be told now, and is no violation";
    };
  }

  private void shift(Shift shift) {
    var finding = shift.finding();
    out.printf(
        "   %-8s  %s  %s%n",
        finding.severity().word(), finding.control().id(), Words.visible(finding.resource().id()));
    shift
        .after()
        .ifPresent(after -> out.println("             " + Words.visible(why(after.outcome()))));
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Violated(var why, var witness) ->
          why + (witness.isEmpty() ? "" : "; shown by " + String.join("; ", witness));
      case Outcome.Undetermined(var missing) -> String.join("; ", missing);
      case Outcome.NotApplicable(var why) -> why;
      case Outcome.Met(var proof) -> proof.isEmpty() ? "met" : String.join("; ", proof);
    };
  }

  private void resources(List<ChangedResource> resources) {
    if (resources.isEmpty()) {
      return;
    }
    out.println();
    out.println("Configuration (" + resources.size() + " resources)");
    for (var each : resources.stream().limit(RESOURCES).toList()) {
      out.printf(
          "   %-8s %s%s%n",
          each.change(),
          Words.visible(each.resource().id()),
          each.facts().isEmpty() ? "" : ": " + String.join(", ", each.facts()));
    }
    if (resources.size() > RESOURCES) {
      out.println("   and " + (resources.size() - RESOURCES) + " more; --format json has them all");
    }
  }
}
