package io.cofferdam.app.contain;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.cases.CaseText;
import io.cofferdam.respond.act.ActPlan;
import io.cofferdam.respond.act.ActResult;
import io.cofferdam.respond.act.Planned;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.PersonId;
import io.cofferdam.respond.playbook.run.ActOrder;
import io.cofferdam.respond.playbook.run.ActPort;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Carries out the acts of playbooks on AWS, each as `contain` does: on record before it is done.
/// The act of a run has the run's key for its id; planned anew after its state changed or it was
/// undone, the key with a number behind it.
///
/// INVARIANT: of the acts of one key at most one is begun and not undone.
public final class RunActs implements ActPort {
  private final CaseDesk desk;
  private final ActingCloud cloud;
  private final Clock clock;
  private final io.cofferdam.app.contain.Planning planning;
  private final Containment containment;
  private final boolean takeOver;

  /// For one command.
  ///
  /// @param by who runs it
  /// @param takeOver whether to go on although somebody may be at work on an act
  public RunActs(CaseDesk desk, PersonId by, Clock clock, ActingCloud cloud, boolean takeOver) {
    this.desk = desk;
    this.cloud = cloud;
    this.clock = clock;
    this.takeOver = takeOver;
    this.planning = new io.cofferdam.app.contain.Planning(desk, by, clock);
    this.containment = new Containment(desk, by, clock);
  }

  @Override
  public Planning plan(ActOrder order) {
    var known = act(order);
    if (known.filter(act -> act.record().phase().mayGoBack()).isPresent()) {
      return planned(order, known.get());
    }
    var kind = Acts.find(order.act(), clock.instant());
    if (kind.isEmpty()) {
      return new Planning.ByHand("`" + order.act() + "` is no act that this program carries out");
    }
    var request = request(order);
    var mistakes = io.cofferdam.app.contain.Planning.mistakes(kind.get(), request);
    if (!mistakes.isEmpty()) {
      return new Planning.Refused(
          "`" + order.act() + "` cannot be aimed so: " + String.join("; ", mistakes));
    }
    var result = planning.plan(order.caseId(), request, cloud, Optional.of(order.key()));
    return switch (result.planned()) {
      case Planned.Ready _ -> planned(order, result.act().orElseThrow());
      case Planned.AlreadyContained(var words) -> new Planning.Needless(words);
      case Planned.Refused(var words, _) -> new Planning.Refused(words);
      case Planned.Unread(var why) ->
          new Planning.Refused("the state could not be read: " + String.join("; ", why));
    };
  }

  private static PlanRequest request(ActOrder order) {
    var target = order.target();
    return new PlanRequest(
        order.act(),
        Optional.of(target.account()).filter(each -> !each.isEmpty()),
        Optional.of(target.region()).filter(each -> !each.isEmpty()),
        target.names());
  }

  private static Planning planned(ActOrder order, CaseAct act) {
    var plan = ActsOfCase.plan(act);
    return new Planning.Planned(plan.hash(), summary(order, act, plan), plan.approvals());
  }

  private static String summary(ActOrder order, CaseAct act, ActPlan plan) {
    return plan.kind().title()
        + ": "
        + String.join(" ", plan.target().names().values())
        + ", account "
        + plan.target().account()
        + "; `contain show "
        + order.caseId()
        + " "
        + act.id()
        + "` tells all of it";
  }

  private Optional<CaseAct> act(ActOrder order) {
    return ActsOfCase.ofKey(desk.read(order.caseId()).file(), order.key());
  }

  @Override
  public Doing act(ActOrder order, String planHash, String request) {
    var file = desk.read(order.caseId()).file();
    var known = ActsOfCase.ofKey(file, order.key());
    if (known.isEmpty()) {
      return new Doing.Refused("nothing is planned under `" + order.key() + "`");
    }
    var act = known.get();
    return switch (act.record().phase()) {
      case CONTAINED -> new Doing.Done("`" + act.id() + "` is done, and the state proved it");
      case NONE, BACK, BACK_WITH_DIFFERENCES ->
          new Doing.Refused("`" + act.id() + "` is undone: it is planned and asked for anew");
      case PROPOSED, AGREED, ACTING, HALTED, ACTED, UNVERIFIED, GOING_BACK, BACK_HALTED ->
          refused(file, act, planHash, request)
              .<Doing>map(Doing.Refused::new)
              .orElseGet(() -> execute(order, act));
    };
  }

  /// Why people's consent is not one to this act now.
  private Optional<String> refused(CaseFile file, CaseAct act, String planHash, String request) {
    if (!ActsOfCase.plan(act).hash().equals(planHash)) {
      return Optional.of("the plan of `" + act.id() + "` is another than the one consented to");
    }
    var status = file.approval(request, clock.instant());
    boolean holds =
        status
            .filter(
                each ->
                    each instanceof ApprovalStatus.Granted
                        || (each instanceof ApprovalStatus.Used used
                            && used.act().equals(act.id())))
            .isPresent();
    if (!holds) {
      return Optional.of(
          "the consent does not hold: `"
              + request
              + "` is "
              + status.map(CaseText::words).orElse("not there"));
    }
    return Approvals.mayBeUsed(file, act, clock.instant())
        ? Optional.empty()
        : Optional.of("the consent to `" + act.id() + "` expired");
  }

  private Doing execute(ActOrder order, CaseAct act) {
    var result =
        containment.execute(order.caseId(), Optional.of(act.id()), cloud, takeOver).result();
    return switch (result) {
      case ActResult.Contained(var cuts) ->
          new Doing.Done(
              "`"
                  + act.id()
                  + "` is done, and the state proves it"
                  + (cuts.isEmpty() ? "" : "; cut off: " + String.join(", ", cuts)));
      case ActResult.Unverified(var why) ->
          new Doing.Halted("made, but not proved: " + String.join("; ", why));
      case ActResult.Halted(_, var why) -> new Doing.Halted(why);
      case ActResult.Refused(var why) -> new Doing.Refused(why);
      case ActResult.Changed(var differences) ->
          new Doing.Refused(
              "the state is not the one that was planned for: " + String.join("; ", differences));
      case ActResult.Outpaced _ -> new Doing.Halted("somebody else is at work on it");
      case ActResult.WentBack _ -> new Doing.Halted("it was undone meanwhile");
    };
  }

  @Override
  public Undoing back(ActOrder order) {
    var known = act(order);
    if (known.isEmpty()) {
      return new Undoing.Undone("it was never begun");
    }
    var act = known.get();
    return switch (act.record().phase()) {
      case NONE, PROPOSED, AGREED -> new Undoing.Undone("`" + act.id() + "` was never begun");
      case BACK, BACK_WITH_DIFFERENCES -> undone(act, act.record().told());
      case ACTING, HALTED, ACTED, CONTAINED, UNVERIFIED, GOING_BACK, BACK_HALTED ->
          rollback(order, act);
    };
  }

  private Undoing rollback(ActOrder order, CaseAct act) {
    var result =
        containment.rollback(order.caseId(), Optional.of(act.id()), cloud, takeOver).result();
    return switch (result) {
      case ActResult.WentBack(var differences) -> undone(act, differences);
      case ActResult.Halted(_, var why) -> new Undoing.Halted(why);
      case ActResult.Refused(var why) -> new Undoing.Halted(why);
      case ActResult.Outpaced _ -> new Undoing.Halted("somebody else is at work on it");
      case ActResult.Contained _, ActResult.Unverified _, ActResult.Changed _ ->
          new Undoing.Halted("it was acted upon meanwhile");
    };
  }

  private static Undoing undone(CaseAct act, List<String> differences) {
    return new Undoing.Undone(
        "`"
            + act.id()
            + "` is undone: "
            + (differences.isEmpty()
                ? "the state is as it was before"
                : "the state differs from the one before: " + String.join("; ", differences)));
  }
}
