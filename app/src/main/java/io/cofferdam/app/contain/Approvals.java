package io.cofferdam.app.contain;

import io.cofferdam.respond.act.ActEvent;
import io.cofferdam.respond.act.Approved;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.casebook.CaseActs;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.Approval;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.cases.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Turns what people approved on the case into leave to act, once.
final class Approvals {
  private Approvals() {}

  /// Refuses where the act has no leave and nothing was approved that gives one.
  static void usable(CaseFile file, CaseAct act, Instant now) {
    if (!mayBeUsed(file, act, now)) {
      throw Refusals.unapproved(file, act, now);
    }
  }

  /// Whether the act has leave, or something was approved that gives it one.
  static boolean mayBeUsed(CaseFile file, CaseAct act, Instant now) {
    return agreed(act, now) || granted(file, act, now).isPresent();
  }

  /// The events by which an approval is used up and becomes leave to act; none where the act has
  /// leave already. To be decided in view of the case as it is then.
  static List<CaseEvent> use(CaseFile file, String id, Actor by, Instant now) {
    var act = ActsOfCase.find(file, Optional.of(id));
    if (agreed(act, now)) {
      return List.of();
    }
    var approval = granted(file, act, now).orElseThrow(() -> Refusals.unapproved(file, act, now));
    var request = approval.request();
    var granted = (ApprovalStatus.Granted) file.approval(request.id(), now).orElseThrow();
    var people = granted.approved().stream().map(PersonId::value).toList();
    var agreed =
        new ActEvent.Agreed(now, new Approved(request.planHash(), people, request.expiresAt()));
    return List.of(
        new CaseEvent.ApprovalUsed(now, by, request.id(), id),
        CaseActs.event(by, id, agreed, act.record().plan()));
  }

  /// Whether an approval was used for it that has not expired. A clock that was put back revives
  /// none.
  private static boolean agreed(CaseAct act, Instant now) {
    var latest = act.events().getLast().at();
    var then = now.isBefore(latest) ? latest : now;
    return act.record().approved().filter(each -> then.isBefore(each.until())).isPresent();
  }

  private static Optional<Approval> granted(CaseFile file, CaseAct act, Instant now) {
    return ActsOfCase.requests(file, ActsOfCase.plan(act)).stream()
        .filter(
            each ->
                file.approval(each.request().id(), now).orElseThrow()
                    instanceof ApprovalStatus.Granted)
        .findFirst();
  }
}
