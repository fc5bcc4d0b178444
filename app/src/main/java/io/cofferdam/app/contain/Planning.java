package io.cofferdam.app.contain;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.ActPhase;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActPlanner;
import io.cofferdam.respond.act.Pause;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.act.proof.Prover;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.casebook.CaseActs;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.spi.Act;
import io.cofferdam.respond.spi.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Plans an act on a case: reads, proves, and puts the plan on record. Nothing is changed in the
/// cloud.
public final class Planning {
  private final CaseDesk desk;
  private final Actor.Person by;
  private final Clock clock;

  /// For one command.
  ///
  /// @param by who asks for the plan
  public Planning(CaseDesk desk, PersonId by, Clock clock) {
    this.desk = desk;
    this.by = new Actor.Person(by);
    this.clock = Clock.tick(clock, Duration.ofMillis(1));
  }

  /// What planning came to.
  ///
  /// @param act the act on record; empty where there is no plan
  /// @param credentials with whose rights the state was read, for people
  public record Result(CaseFile file, Planned planned, Optional<CaseAct> act, String credentials) {}

  /// Plans an act.
  ///
  /// @throws io.cofferdam.model.CofferdamException where the request is no act and target of this
  ///     account, AWS is not reached, or the plan cannot be put on record
  public Result plan(CaseId id, PlanRequest request, ActingCloud cloud) {
    return plan(id, request, cloud, Optional.empty());
  }

  /// The same for a run of a playbook.
  ///
  /// @param key of the run, from which the act has its id; empty: the next of the case
  Result plan(CaseId id, PlanRequest request, ActingCloud cloud, Optional<String> key) {
    var file = desk.read(id).file();
    var act = Acts.of(request.act(), clock.instant());
    var mistakes = mistakes(act, request);
    if (!mistakes.isEmpty()) {
      throw Refusals.wrongTarget(act, mistakes);
    }
    try (var account = Account.open(cloud, act.kind(), request.account(), request.names())) {
      var target = aim(act, request.account().orElse(account.id()), request, request.names());
      if (!target.account().equals(account.id())) {
        throw Refusals.otherAccount(account.id(), target.account());
      }
      cloud
          .roleArn()
          .map(arn -> arn.split(":", 6)[4])
          .filter(of -> !of.equals(target.account()))
          .ifPresent(
              of -> {
                throw Refusals.otherAccount(of, target.account());
              });
      var planner =
          new ActPlanner(
              account.calls(), new Prover(clock.instant(), account.principal()), Pause.real());
      var planned = planned(planner, act, target, request, id);
      var credentials = "read as " + Plain.line(account.arn());
      return planned instanceof Planned.Ready(var plan)
          ? recorded(id, planned, plan, key, credentials)
          : new Result(file, planned, Optional.empty(), credentials);
    }
  }

  /// The path of a user or role stands in its ARN, and so in the permissions of the plan; it is
  /// known once the state was read.
  private static Planned planned(
      ActPlanner planner, Act act, Target target, PlanRequest request, CaseId id) {
    var planned = planner.plan(act, target, id.value());
    if (planned instanceof Planned.Ready(var plan)
        && plan.before().at("/path").isTextual()
        && !plan.before().at("/path").textValue().equals("/")
        && !target.names().containsKey("path")) {
      var names = new TreeMap<>(target.names());
      names.put("path", plan.before().at("/path").textValue());
      return planner.plan(act, aim(act, target.account(), request, names), id.value());
    }
    return planned;
  }

  /// What is wrong with what the request is aimed at, as far as that is told without asking a
  /// cloud.
  static List<String> mistakes(Act act, PlanRequest request) {
    return Acts.mistakes(act.kind(), request.account(), request.region(), request.names());
  }

  private static Target aim(
      Act act, String account, PlanRequest request, Map<String, String> names) {
    return Acts.aim(act, account, request.region(), names);
  }

  /// The same plan is put on record once, however often it is asked for.
  private Result recorded(
      CaseId id, Planned planned, ActPlan plan, Optional<String> key, String credentials) {
    var proposed = new ActEvent.Proposed(clock.instant(), plan, by.id().value());
    var file = desk.record(id, before -> events(before, proposed, key));
    var act = same(file, plan, key).orElseThrow();
    return new Result(file, planned, Optional.of(act), credentials);
  }

  private List<CaseEvent> events(
      CaseFile before, ActEvent.Proposed proposed, Optional<String> key) {
    if (same(before, proposed.plan(), key).isPresent()) {
      return List.of();
    }
    var next =
        key.map(each -> ActsOfCase.nextOf(before, each)).orElseGet(() -> CaseActs.nextId(before));
    return List.of(CaseActs.event(by, next, proposed, Optional.of(proposed.plan())));
  }

  private static Optional<CaseAct> same(CaseFile file, ActPlan plan, Optional<String> key) {
    return CaseActs.of(file).stream()
        .filter(each -> key.isEmpty() || ActsOfCase.isOf(each.id(), key.get()))
        .filter(each -> each.record().phase() == ActPhase.PROPOSED)
        .filter(
            each -> each.record().plan().filter(of -> of.hash().equals(plan.hash())).isPresent())
        .findFirst();
  }
}
