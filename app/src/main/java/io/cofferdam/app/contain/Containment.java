package io.cofferdam.app.contain;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPhase;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActResult;
import io.cofferdam.respond.act.ActRunner;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.casebook.CaseActJournal;
import io.cofferdam.respond.casebook.CaseActs;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.ApprovalRequest;
import io.cofferdam.respond.cases.ApprovalRule;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.spi.CloudCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Carries an act on a case from its plan to the way back: what people were asked, what they
/// approved, and what is done on the strength of it, each on record before the next.
public final class Containment {
  private final CaseDesk desk;
  private final Actor.Person by;
  private final Clock clock;

  /// For one command.
  ///
  /// @param by who runs it
  public Containment(CaseDesk desk, PersonId by, Clock clock) {
    this.desk = desk;
    this.by = new Actor.Person(by);
    this.clock = Clock.tick(clock, Duration.ofMillis(1));
  }

  /// What a command did.
  ///
  /// @param credentials with whose rights, for people; empty where nothing was asked
  public record Done(CaseFile file, CaseAct act, ActResult result, String credentials) {
    Ending ending() {
      return Ending.of(result, ActsOfCase.plan(act), file.id() + " " + act.id());
    }

    /// 0 done, 1 done and not as it should be, 2 refused, 3 not finished.
    public int exitCode() {
      return ending().exitCode();
    }
  }

  /// Asks people to approve the plan of an act, signed by who asks.
  ///
  /// @return the request, as it is on record
  /// @throws CofferdamException CFD-APP-0165 where there is nothing to ask
  public ApprovalRequest ask(CaseId id, Optional<String> word, SigningKey key, Duration validFor) {
    var now = clock.instant();
    var file =
        desk.record(
            id,
            before -> {
              var act = ActsOfCase.find(before, word);
              var plan = ActsOfCase.plan(act);
              refuseToAsk(before, act, plan, now);
              var request =
                  new ApprovalRequest(
                      id,
                      nextRequest(before),
                      plan.hash(),
                      summary(act, plan),
                      ApprovalRule.people(plan.approvals()),
                      by,
                      now.plus(validFor));
              var signature = Base64.getEncoder().encodeToString(key.sign(request.requestBytes()));
              return List.of(new CaseEvent.ApprovalRequested(now, by, request, signature));
            });
    return List.copyOf(file.approvals().values()).getLast().request();
  }

  private static void refuseToAsk(CaseFile file, CaseAct act, ActPlan plan, Instant now) {
    var phase = act.record().phase();
    if (phase != ActPhase.PROPOSED && !phase.mayAct()) {
      throw new CofferdamException(
          "CFD-APP-0165",
          ErrorCategory.INVALID_INPUT,
          "act `" + act.id() + "` " + Standing.words(phase) + " [one that may be carried out]",
          "plan anew with `contain plan` where more is to be done");
    }
    for (var each : ActsOfCase.requests(file, plan)) {
      var status = file.approval(each.request().id(), now).orElseThrow();
      if (status instanceof ApprovalStatus.Waiting || status instanceof ApprovalStatus.Granted) {
        throw new CofferdamException(
            "CFD-APP-0166",
            ErrorCategory.INVALID_INPUT,
            "request `" + each.request().id() + "` asks for that plan already [one at a time]",
            "`case show " + file.id() + "` tells who is waited for");
      }
    }
  }

  private static String nextRequest(CaseFile file) {
    var number = 1;
    while (file.approvals().containsKey("A" + number)) {
      number++;
    }
    return "A" + number;
  }

  private static String summary(CaseAct act, ActPlan plan) {
    var names = new StringBuilder();
    plan.target()
        .names()
        .forEach(
            (word, name) -> names.append(' ').append(word).append(' ').append(name).append(','));
    var text =
        act.id() + ": " + plan.kind().title() + ":" + names + " account " + plan.target().account();
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  /// Makes the steps of an approved plan that are not made yet, and verifies.
  ///
  /// @param takeOver whether to go on although somebody may be at work on it
  public Done execute(CaseId id, Optional<String> word, ActingCloud cloud, boolean takeOver) {
    var file = desk.read(id).file();
    var act = ActsOfCase.find(file, word);
    var plan = ActsOfCase.plan(act);
    if (act.record().phase() != ActPhase.PROPOSED && !act.record().phase().mayAct()) {
      throw Refusals.standing(file, act);
    }
    Approvals.usable(file, act, clock.instant());
    alone(file, act, takeOver);
    try (var account = open(cloud, plan)) {
      check(account, plan, cloud);
      samePrincipal(account, plan);
      var calls = account.calls(plan, session(id, act));
      desk.record(id, now -> Approvals.use(now, act.id(), by, clock.instant()));
      return done(id, act, runner(id, act, plan, calls).act(), account.words());
    }
  }

  /// Reads the state again and judges it, with the credentials themselves: nothing is changed.
  public Done verify(CaseId id, Optional<String> word, ActingCloud cloud) {
    var file = desk.read(id).file();
    var act = ActsOfCase.find(file, word);
    var plan = ActsOfCase.plan(act);
    switch (act.record().phase()) {
      case ACTED, CONTAINED, UNVERIFIED -> {}
      default -> throw Refusals.standing(file, act);
    }
    try (var account = open(cloud, plan)) {
      check(account, plan, cloud);
      return done(
          id,
          act,
          runner(id, act, plan, account.calls()).verify(),
          "read as " + Plain.line(account.arn()));
    }
  }

  /// Undoes what was made. The approval of the plan covers its way back.
  public Done rollback(CaseId id, Optional<String> word, ActingCloud cloud, boolean takeOver) {
    var file = desk.read(id).file();
    var act = ActsOfCase.find(file, word);
    var plan = ActsOfCase.plan(act);
    if (!act.record().phase().mayGoBack()) {
      throw Refusals.standing(file, act);
    }
    alone(file, act, takeOver);
    try (var account = open(cloud, plan)) {
      check(account, plan, cloud);
      var calls = account.calls(plan, session(id, act));
      return done(id, act, runner(id, act, plan, calls).back(), account.words());
    }
  }

  private Done done(CaseId id, CaseAct act, ActResult result, String credentials) {
    var file = desk.read(id).file();
    return new Done(file, CaseActs.of(file, act.id()).orElse(act), result, credentials);
  }

  private ActRunner runner(CaseId id, CaseAct act, ActPlan plan, CloudCalls calls) {
    var kind = Acts.of(plan.kind().id(), clock.instant());
    return new ActRunner(
        kind,
        calls,
        new CaseActJournal(desk.book(), id, act.id(), by),
        new Prover(clock.instant(), Optional.of(plan.principal()).filter(arn -> !arn.isEmpty())),
        clock,
        Pause.real());
  }

  private static Account open(ActingCloud cloud, ActPlan plan) {
    return Account.open(
        cloud, plan.kind(), Optional.of(plan.target().account()), plan.target().names());
  }

  private static String session(CaseId id, CaseAct act) {
    return "cofferdam-" + id + "-" + act.id();
  }

  /// A call that was begun a moment ago may still be on its way.
  private void alone(CaseFile file, CaseAct act, boolean takeOver) {
    var last = act.events().getLast();
    var open = last instanceof ActEvent.Begun || last instanceof ActEvent.BackBegun;
    if (open
        && !takeOver
        && Duration.between(last.at(), clock.instant()).abs().compareTo(Refusals.AT_WORK) < 0) {
      throw Refusals.atWork(file, act);
    }
  }

  private static void check(Account account, ActPlan plan, ActingCloud cloud) {
    var role = cloud.roleArn().map(arn -> arn.split(":", 6)[4]);
    var acting = role.orElse(account.id());
    if (!acting.equals(plan.target().account())) {
      throw Refusals.otherAccount(acting, plan.target().account());
    }
  }

  private static void samePrincipal(Account account, ActPlan plan) {
    var now = account.principal().orElse("");
    if (!plan.principal().isEmpty() && !plan.principal().equals(now)) {
      throw Refusals.otherPrincipal(plan.principal(), now.isEmpty() ? account.arn() : now);
    }
  }
}
