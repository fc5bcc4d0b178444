package io.cofferdam.app.cli;

import io.cofferdam.app.investigate.InvestigationResult;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.app.report.page.DutyRows;
import io.cofferdam.app.report.page.Story;
import io.cofferdam.app.report.page.Words;
import io.cofferdam.notify.duty.Duty;
import io.cofferdam.notify.duty.DutyState;
import java.io.PrintWriter;

/// What a person on call reads first: the story, the numbers, the duties, what would narrow it, and
/// where the report lies.
final class Summary {
  private static final int LINE = 96;
  private static final int NARROW = 4;
  private static final int OPEN_DUTIES = 6;

  private final PrintWriter out;
  private final boolean colour;

  Summary(PrintWriter out, boolean noColor) {
    this.out = out;
    this.colour = !noColor && Terminal.interactive() && System.getenv("NO_COLOR") == null;
  }

  void print(InvestigationResult result) {
    var report = result.report();
    heading("What happened");
    int number = 1;
    for (var sentence : Story.sentences(report)) {
      wrapped(number++ + ". ", sentence);
    }
    heading("Numbers");
    out.printf("   objects taken    %s%n", Words.range(report.scope().objects()));
    if (report.dataMapGiven()) {
      out.printf("   people           %s%n", Words.range(report.scope().people()));
      for (var each : report.subjectsByClass().stream().limit(12).toList()) {
        out.printf(
            "     %-3s %-22s %s%n", each.country(), each.dataClass(), Words.range(each.people()));
      }
    }
    duties(report);
    if (!report.scope().narrow().isEmpty()) {
      heading("What would narrow this most");
      for (var each : report.scope().narrow().stream().limit(NARROW).toList()) {
        wrapped(" - ", each.input() + ": " + each.effect());
      }
    }
    if (report.undecodable() > 0 || !report.skipped().isEmpty()) {
      heading("Not read");
      out.printf(
          "   %s records undecodable, %s inputs not read; see dead-letters.jsonl and the report%n",
          Words.count(report.undecodable()), Words.count(report.skipped().size()));
    }
    heading("Written");
    out.printf("   report     %s%n", result.out().resolve("report.html"));
    out.printf("   machine    %s%n", result.out().resolve("report.json"));
    out.printf(
        "   evidence   %s (%s)%n", result.pack().folder(), result.pack().anchoring().words());
    out.printf("   keep apart %s%n", result.pack().keptCheckpoint());
    out.printf(
        "   public key %s%s%n", result.publicKey(), result.keyCreated() ? " (made just now)" : "");
    out.println();
  }

  private void duties(LeakReport report) {
    heading("Duties");
    var owed =
        DutyRows.sorted(report).stream()
            .filter(
                duty ->
                    duty.state().mayBeOwed() && !duty.whatIf() && !duty.awaitsOnlyVerification())
            .toList();
    var required =
        owed.stream().filter(duty -> duty.state() instanceof DutyState.Required).toList();
    var open =
        owed.stream().filter(duty -> duty.state() instanceof DutyState.Undetermined).toList();
    required.forEach(this::duty);
    open.stream().limit(OPEN_DUTIES).forEach(this::duty);
    if (open.size() > OPEN_DUTIES) {
      out.printf(
          "   and %d more undetermined; the report says which facts would decide them%n",
          open.size() - OPEN_DUTIES);
    }
    if (owed.isEmpty()) {
      out.println("   none seen; a named person decides");
    }
  }

  private void duty(Duty duty) {
    out.printf(
        "   %-13s %-52s %s%n",
        duty.state().key(),
        shortened(duty.regime() + ": " + duty.rule().title(), 52),
        duty.clock().dueAt().map(at -> Words.time(at) + " UTC").orElse(duty.clock().words()));
  }

  private void heading(String text) {
    out.println();
    out.println(colour ? "\u001b[1m" + text + "\u001b[0m" : text);
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

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
