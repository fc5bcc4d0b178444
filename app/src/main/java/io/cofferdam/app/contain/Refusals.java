package io.cofferdam.app.contain;

import io.cofferdam.app.cases.CaseText;
import io.cofferdam.app.datamap.NearestName;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.act.ActPhase;
import io.cofferdam.respond.casebook.CaseAct;
import io.cofferdam.respond.cases.ApprovalStatus;
import io.cofferdam.respond.cases.CaseFile;
import io.cofferdam.respond.spi.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Why an act goes no further, and what to do next.
final class Refusals {
  /// How long a call that was begun counts as on its way.
  static final Duration AT_WORK = Duration.ofMinutes(2);

  private Refusals() {}

  static CofferdamException unknownAct(String id) {
    var known = Acts.all(Instant.EPOCH).stream().map(act -> act.kind().id()).toList();
    return new CofferdamException(
        "CFD-APP-0167",
        ErrorCategory.INVALID_INPUT,
        "`" + Plain.line(id) + "` is no act [one of `contain acts`]",
        NearestName.of(id, known)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("`contain acts` lists them"));
  }

  static CofferdamException wrongTarget(Act act, List<String> mistakes) {
    return new CofferdamException(
        "CFD-APP-0168",
        ErrorCategory.INVALID_INPUT,
        "`" + act.kind().id() + "` cannot be aimed so: " + String.join("; ", mistakes),
        "contain plan CASE "
            + act.kind().id()
            + (Acts.onAzure(act.kind())
                ? " --account SUBSCRIPTION "
                : " --account 111122223333 --region eu-central-1 ")
            + String.join(" ", act.kind().names().stream().map(word -> word + "=NAME").toList()));
  }

  static CofferdamException otherAccount(String credentials, String target) {
    return new CofferdamException(
        "CFD-APP-0169",
        ErrorCategory.INVALID_INPUT,
        "the credentials or the role are of account `"
            + credentials
            + "` [that of the target, "
            + target
            + "]",
        "name others with --profile or --role-arn; nothing was done");
  }

  static CofferdamException otherPrincipal(String planned, String now) {
    return new CofferdamException(
        "CFD-APP-0170",
        ErrorCategory.INVALID_INPUT,
        "`"
            + Plain.line(now)
            + "` would act [`"
            + Plain.line(planned)
            + "`, for whom it was"
            + " proved that it is not locked out]",
        "act with --role-arn or --profile of that one, or plan anew; nothing was done");
  }

  static CofferdamException standing(CaseFile file, CaseAct act) {
    var phase = act.record().phase();
    return new CofferdamException(
        "CFD-APP-0171",
        ErrorCategory.INVALID_INPUT,
        "act `" + act.id() + "` " + Standing.words(phase) + " [another standing for this command]",
        next(file, act, phase));
  }

  private static String next(CaseFile file, CaseAct act, ActPhase phase) {
    var named = file.id() + " " + act.id();
    return switch (phase) {
      case NONE, PROPOSED, AGREED ->
          "nothing was done yet: `contain execute " + named + "` once it is approved";
      case ACTING, HALTED ->
          "`contain execute " + named + "` goes on, `contain rollback` goes back";
      case ACTED, CONTAINED, UNVERIFIED ->
          "`contain verify " + named + "` judges it again, `contain rollback` goes back";
      case GOING_BACK, BACK_HALTED ->
          "`contain rollback " + named + "` goes on going back, `contain execute` acts again";
      case BACK, BACK_WITH_DIFFERENCES -> "plan anew with `contain plan`";
    };
  }

  static CofferdamException unapproved(CaseFile file, CaseAct act, Instant now) {
    var plan = ActsOfCase.plan(act);
    var requests = ActsOfCase.requests(file, plan);
    var named = file.id() + " " + act.id();
    var people = plan.approvals() == 1 ? "one person" : plan.approvals() + " people";
    if (requests.isEmpty()) {
      return unapproved(
          act, "nobody was asked", people, "`contain ask " + named + " --sign-with FILE` asks");
    }
    var last = requests.getLast().request().id();
    var status = file.approval(last, now).orElseThrow();
    return unapproved(
        act,
        "request " + last + " is " + CaseText.words(status),
        people,
        status instanceof ApprovalStatus.Waiting
            ? "somebody other than who asked runs: case approve "
                + file.id()
                + " "
                + last
                + " --sign-with FILE"
            : "ask again: `contain ask " + named + " --sign-with FILE`");
  }

  private static CofferdamException unapproved(
      CaseAct act, String how, String people, String hint) {
    return new CofferdamException(
        "CFD-APP-0172",
        ErrorCategory.INVALID_INPUT,
        "act `" + act.id() + "` is not approved: " + how + " [" + people + " other than who asks]",
        hint);
  }

  static CofferdamException atWork(CaseFile file, CaseAct act) {
    var last = act.events().getLast();
    return new CofferdamException(
        "CFD-APP-0173",
        ErrorCategory.UNAVAILABLE,
        "somebody began a call of act `"
            + act.id()
            + "` at `"
            + last.at()
            + "` and it is not"
            + " settled [nobody at work on it]",
        "wait until `"
            + last.at().plus(AT_WORK)
            + "`, or add --take-over where that run is known"
            + " to have ended; `case show "
            + file.id()
            + "` tells who ran it");
  }
}
