package io.cofferdam.app.contain;

import io.cofferdam.app.cases.CaseText;
import io.cofferdam.aws.SessionPolicy;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.proof.Judgement;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.WayBack;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// An act of a case as a person on call reads it.
public final class ActText {
  private final PrintWriter out;
  private final Instant now;

  /// Writes to `out`, judging approvals at `now`.
  public ActText(PrintWriter out, Instant now) {
    this.out = out;
    this.now = now;
  }

  /// The plan, what it was judged to do, and where it stands.
  public void print(CaseFile file, CaseAct act) {
    var plan = ActsOfCase.plan(act);
    out.println(file.id() + " " + act.id() + "  " + plan.kind().title());
    head("act", plan.kind().id());
    head("target", target(plan));
    head("stands", act.id() + " " + Standing.words(act.record().phase()));
    act.record().told().forEach(why -> head("", why));
    head("plan", plan.hash());
    head("by", act.record().by() + ", " + seconds(act.events().getFirst().at()));
    head(
        "acts as",
        plan.principal().isEmpty()
            ? "not known which role; nothing that depends on it is proved"
            : plan.principal());
    steps(plan);
    proof(plan);
    part("Limits");
    plan.limits().forEach(this::item);
    item(
        plan.kind().way() == WayBack.WHOLE
            ? "the way back is whole: afterwards the state is compared with the one before, field"
                + " by field"
            : "some of it cannot be undone: the steps say which");
    approvals(file, act, plan);
    session(plan);
    part("Record");
    file.acts().stream()
        .filter(each -> each.act().equals(act.id()))
        .forEach(
            each ->
                out.println(
                    Plain.line(
                        String.format(
                            "  %s  %-12s  %s", seconds(each.at()), each.step(), each.outcome()))));
    out.println();
    out.println("Next: " + next(file, act, plan));
  }

  private void steps(ActPlan plan) {
    part("Steps");
    var number = 0;
    for (var step : plan.steps()) {
      number++;
      out.println(Plain.line("  " + number + "  " + step.words()));
      out.println(Plain.line("     call   " + call(step.call())));
      out.println(Plain.line("     needs  " + step.call().permissionWords()));
      out.println(
          Plain.line(
              "     back   " + step.undo().map(ActText::call).orElse("none: this step stays")));
    }
  }

  private static String call(ActCall call) {
    return call.words()
        + (call.region().isEmpty() ? "" : " in " + call.region())
        + " "
        + call.parameters();
  }

  private void proof(ActPlan plan) {
    part("Proof");
    for (var each : plan.proof().judgements()) {
      out.println(Plain.line("  " + each.what() + ": " + words(each.verdict())));
      out.println(Plain.line("      " + each.words()));
    }
    part("Whom it cuts off");
    plan.proof().cuts().forEach(this::item);
    if (plan.proof().cuts().isEmpty()) {
      item("nobody, as far as policies and settings tell");
    }
    item(
        "who used it in fact, such as checkout or account services, is not read for a plan: the"
            + " report of `investigate` over access and flow logs names them");
  }

  static String words(Judgement.Verdict verdict) {
    return switch (verdict) {
      case PROVED -> "closes what it is meant to, and opens nothing";
      case UNCHANGED -> "opens nothing, and there was nothing to close";
      case UNKNOWN -> "NOT DECIDED, so two people approve";
      case STILL_OPEN -> "STILL OPEN afterwards";
      case OPENS -> "OPENS something";
      case LOSES -> "LOSES what is written down or kept";
      case LOCKS_OUT -> "LOCKS OUT";
    };
  }

  private void approvals(CaseFile file, CaseAct act, ActPlan plan) {
    part("Approvals");
    item(
        (plan.approvals() == 1 ? "one person" : plan.approvals() + " people")
            + " other than who asks; the signature is over the plan's hash, and covers the way"
            + " back");
    for (var each : ActsOfCase.requests(file, plan)) {
      var request = each.request();
      file.approval(request.id(), now)
          .ifPresent(
              status ->
                  item(
                      request.id()
                          + ", until "
                          + request.expiresAt()
                          + ": "
                          + CaseText.words(status)));
    }
    act.record()
        .approved()
        .ifPresent(
            each ->
                item(
                    "used for this act: approved by "
                        + String.join(", ", each.by())
                        + ", acting until "
                        + each.until()));
  }

  private void session(ActPlan plan) {
    if (Acts.onAzure(plan.kind())) {
      part("Rights: what a role of Azure needs for all of it");
      plan.permissions().forEach(each -> out.println(Plain.line("  " + each.words())));
      return;
    }
    var policies = SessionPolicy.of(plan.permissions(), plan.together());
    part(
        "Session policy: all that a role given with --role-arn may do"
            + (policies.size() == 1
                ? ""
                : ", in " + policies.size() + " sessions, for one would be too long"));
    policies.forEach(each -> out.println(Plain.line("  " + each.json())));
  }

  static String next(CaseFile file, CaseAct act, ActPlan plan) {
    var named = file.id() + " " + act.id();
    var phase = act.record().phase();
    return switch (phase) {
      case NONE, PROPOSED ->
          ActsOfCase.requests(file, plan).isEmpty()
              ? "contain ask " + named + " --sign-with FILE"
              : "contain execute " + named + ", once it is approved";
      case AGREED -> "contain execute " + named;
      case ACTING, HALTED, GOING_BACK, BACK_HALTED ->
          "contain execute " + named + " goes on, contain rollback " + named + " goes back";
      case ACTED, CONTAINED, UNVERIFIED ->
          "contain verify " + named + " judges it again, contain rollback " + named + " goes back";
      case BACK, BACK_WITH_DIFFERENCES -> "nothing; plan anew where more is to be done";
    };
  }

  /// How a command on it ended.
  public void print(Containment.Done done) {
    var ending = done.ending();
    out.println(Plain.line(done.file().id() + " " + done.act().id() + ": " + ending.said()));
    out.println("  " + done.credentials());
    ending.why().forEach(this::item);
    if (!ending.next().isEmpty()) {
      out.println("  next: " + ending.next());
    }
  }

  /// Why there is no plan.
  public void refused(String words, List<Judgement> judgements, String next) {
    out.println(Plain.line("no plan: " + words));
    for (var each : judgements) {
      out.println(Plain.line("  " + each.what() + ": " + words(each.verdict())));
      out.println(Plain.line("      " + each.words()));
    }
    out.println("  next: " + next);
  }

  private static String target(ActPlan plan) {
    var text = new StringBuilder("account " + plan.target().account());
    if (!plan.target().region().isEmpty()) {
      text.append(", ").append(plan.target().region());
    }
    plan.target()
        .names()
        .forEach((word, name) -> text.append(", ").append(word).append(' ').append(name));
    return text.toString();
  }

  private void head(String word, String text) {
    out.println(Plain.line(String.format("  %-8s %s", word, text)));
  }

  private void item(String text) {
    out.println(Plain.line("  - " + text));
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private void part(String heading) {
    out.println();
    out.println(heading);
  }
}
