package io.cofferdam.app.cases;

import io.cofferdam.respond.casebook.KeptCase;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseFile;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// A case as a person on call reads it.
public final class CaseText {
  private final PrintWriter out;
  private final Instant now;

  /// Writes to `out`, judging approvals at `now`.
  public CaseText(PrintWriter out, Instant now) {
    this.out = out;
    this.now = now;
  }

  public void print(KeptCase kept) {
    var file = kept.file();
    out.println(file.id() + "  " + file.opening().title());
    out.println("  state   " + file.state().word());
    out.println(
        "  next    " + String.join(", ", file.state().next().stream().map(s -> s.word()).toList()));
    out.println(
        "  opened  " + seconds(file.opening().at()) + " by " + EventWords.who(file.opening().by()));
    people(file);
    work(file);
    approvals(file);
    part("Evidence");
    new CustodyText(out, now).summary(file);
    part("Timeline");
    int number = 0;
    for (var event : kept.events()) {
      number++;
      out.printf(
          "  %3d  %-20s  %-14s  %s%n",
          number, seconds(event.at()), EventWords.who(event.by()), EventWords.of(event));
    }
    gaps(file.gaps());
  }

  private void people(CaseFile file) {
    if (!file.people().isEmpty()) {
      part("People");
      for (var each : file.people().values()) {
        out.printf(
            "  %-14s  %s; %s%s; enrolled by %s%n",
            each.id(),
            EventWords.roles(each.roles()),
            each.verifier().map(key -> "key " + key.name()).orElse("no key"),
            each.active() ? "" : "; removed",
            EventWords.who(each.enrolledBy()));
      }
    }
    if (!file.raci().isEmpty()) {
      part("Who answers for what");
      for (var row : file.raci().values()) {
        out.printf(
            "  %-14s  %s; responsible %s; consulted %s; informed %s%n",
            row.step().word(),
            row.accountable(),
            EventWords.people(row.responsible()),
            EventWords.people(row.consulted()),
            EventWords.people(row.informed()));
      }
    }
    if (!file.contacts().isEmpty()) {
      part("Contacts");
      for (var each : file.contacts()) {
        out.printf(
            "  %-18s  %s, %s%s%n",
            each.kind().word(),
            each.name(),
            each.reach(),
            each.remark().isEmpty() ? "" : " (" + each.remark() + ")");
      }
    }
  }

  private void work(CaseFile file) {
    if (!file.tasks().isEmpty()) {
      part("Tasks");
      for (var each : file.tasks().values()) {
        out.printf(
            "  %-4s  %-13s  %s; %s%s; %s%n",
            each.id(),
            each.step().word(),
            each.title(),
            each.assignee().map(who -> who.value()).orElse("nobody's"),
            each.due()
                .map(due -> ", due " + due + (each.open() && due.isBefore(now) ? " (late)" : ""))
                .orElse(""),
            each.outcome().map(how -> "done: " + how).orElse("open"));
      }
    }
    if (!file.links().isEmpty()) {
      part("Links");
      for (var each : file.links()) {
        out.println("  " + each.kind().word() + "  " + each.reference());
        if (!each.sha256().isEmpty()) {
          out.println("      sha256 " + each.sha256());
        }
      }
    }
  }

  private void approvals(CaseFile file) {
    if (file.approvals().isEmpty()) {
      return;
    }
    part("Approvals");
    for (var each : file.approvals().values()) {
      var request = each.request();
      out.println("  " + request.id() + "  " + request.summary());
      out.println("      plan " + request.planHash());
      out.println(
          "      asked by "
              + EventWords.who(request.requester())
              + ", until "
              + request.expiresAt());
      file.approval(request.id(), now).ifPresent(status -> out.println("      " + words(status)));
    }
  }

  /// Where a request stands, in words.
  public static String words(ApprovalStatus status) {
    return switch (status) {
      case ApprovalStatus.Waiting waiting ->
          "waiting for "
              + String.join(" and ", waiting.missing())
              + "; approved by "
              + EventWords.people(waiting.approved());
      case ApprovalStatus.Granted granted -> "approved by " + EventWords.people(granted.approved());
      case ApprovalStatus.Rejected rejected ->
          "rejected by " + rejected.by() + ": " + rejected.why();
      case ApprovalStatus.Withdrawn withdrawn -> "withdrawn: " + withdrawn.why();
      case ApprovalStatus.Used used -> "approved, and used for act " + used.act();
      case ApprovalStatus.Expired expired -> "expired at " + expired.at();
      case ApprovalStatus.Moot moot -> "counts for nothing: " + moot.why();
    };
  }

  private void gaps(List<String> gaps) {
    if (!gaps.isEmpty()) {
      part("Missing");
      gaps.forEach(each -> out.println("  - " + each));
    }
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private void part(String heading) {
    out.println();
    out.println(heading);
  }
}
