package io.cofferdam.respond.cases;

import io.cofferdam.respond.cases.ApprovalStatus.Granted;
import io.cofferdam.respond.cases.ApprovalStatus.Waiting;
import io.cofferdam.respond.cases.CaseEvent.ApprovalExpired;
import io.cofferdam.respond.cases.CaseEvent.ApprovalGiven;
import io.cofferdam.respond.cases.CaseEvent.ApprovalRejected;
import io.cofferdam.respond.cases.CaseEvent.ApprovalRequested;
import io.cofferdam.respond.cases.CaseEvent.ApprovalUsed;
import io.cofferdam.respond.cases.CaseEvent.ApprovalWithdrawn;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Requests for approval, approvals, and their ends.
final class ApprovalRules {
  static final int LARGEST_QUORUM = 10;

  private ApprovalRules() {}

  static void request(CaseDraft draft, ApprovalRequested requested) throws Refusal {
    var request = requested.request();
    Texts.name("id of the request", request.id());
    Texts.hash("hash of the plan", request.planHash());
    Texts.line("summary of the plan", request.summary());
    Texts.time("expiry", request.expiresAt());
    var rule = request.rule();
    if (rule.quorum() < 1 || rule.quorum() > LARGEST_QUORUM) {
      throw new Refusal(
          "the quorum is `" + rule.quorum() + "` [1 to " + LARGEST_QUORUM + " people]", "");
    }
    if (draft.opening == null || !request.caseId().equals(draft.opening.id())) {
      throw new Refusal("the request is for case `" + request.caseId() + "` [this case]", "");
    }
    if (!request.requester().equals(requested.by())) {
      throw new Refusal(
          "the request is in the name of `" + request.requester().text() + "` [who asks]", "");
    }
    if (!request.expiresAt().isAfter(draft.notBefore(requested.at()))) {
      throw new Refusal(
          "the request would expire at `" + request.expiresAt() + "` [later than now]",
          "ask with a later expiry");
    }
    if (draft.approvals.containsKey(request.id())) {
      throw new Refusal("there is a request `" + request.id() + "` already [another id]", "");
    }
    if (request.requester() instanceof Actor.Person(var id)) {
      var person = withKey(draft, id);
      signed(person, request.requestBytes(), requested.signature(), "the request");
    } else if (!requested.signature().isEmpty()) {
      throw new Refusal("a request of the program carries a signature [none]", "");
    }
    draft.approvals.put(
        request.id(), new Approval(request, draft.number(), List.of(), Optional.empty()));
  }

  static void approve(CaseDraft draft, ApprovalGiven given) throws Refusal {
    var approval = find(draft, given.request());
    if (!(approval.status(draft.people, draft.notBefore(given.at())) instanceof Waiting)) {
      throw over(draft, approval, given, "waiting");
    }
    var id = person(given.by());
    if (approval.request().requester().equals(given.by())) {
      throw new Refusal(
          "`" + id + "` asked for it [four eyes: somebody other than who asks]",
          "a colleague approves with a key of their own");
    }
    var person = withKey(draft, id);
    if (approval.standing(person).isEmpty()) {
      throw new Refusal(
          "`" + id + "` was enrolled after request `" + given.request() + "` [before it]",
          "withdraw the request and ask again");
    }
    if (approval.approvers().contains(id)) {
      throw new Refusal("`" + id + "` approved it already [each person once]", "");
    }
    if (!approval.request().rule().admits(person.roles())) {
      throw new Refusal(
          "`"
              + id
              + "` is "
              + String.join(", ", person.roles().stream().map(Worded::word).toList())
              + " ["
              + String.join(
                  ", ", approval.request().rule().from().stream().map(Worded::word).toList())
              + "]",
          "somebody with one of these roles approves");
    }
    signed(person, approval.request().approvalBytes(id), given.signature(), "the approval");
    draft.approvals.put(given.request(), approval.approvedBy(id));
  }

  /// Also one that was granted: as long as it was not acted upon, no is the safe side.
  static void reject(CaseDraft draft, ApprovalRejected rejected) throws Refusal {
    Texts.line("reason", rejected.why());
    var approval = unended(draft, rejected.request(), rejected);
    draft.approvals.put(
        rejected.request(),
        approval.endedBy(new ApprovalStatus.Rejected(person(rejected.by()), rejected.why())));
  }

  static void withdraw(CaseDraft draft, ApprovalWithdrawn withdrawn) throws Refusal {
    Texts.line("reason", withdrawn.why());
    var approval = unended(draft, withdrawn.request(), withdrawn);
    if (!approval.request().requester().equals(withdrawn.by())) {
      throw new Refusal(
          "`" + withdrawn.by().text() + "` did not ask for it [who asked withdraws]",
          "anybody on the case can reject it");
    }
    draft.approvals.put(
        withdrawn.request(),
        approval.endedBy(new ApprovalStatus.Withdrawn(withdrawn.by(), withdrawn.why())));
  }

  static void expire(CaseDraft draft, ApprovalExpired expired) throws Refusal {
    var approval = find(draft, expired.request());
    if (approval.ended().isPresent()) {
      throw over(draft, approval, expired, "not ended");
    }
    var end = approval.request().expiresAt();
    if (draft.notBefore(expired.at()).isBefore(end)) {
      throw new Refusal(
          "request `" + expired.request() + "` expires at `" + end + "` [not yet]", "");
    }
    draft.approvals.put(expired.request(), approval.endedBy(new ApprovalStatus.Expired(end)));
  }

  /// Only one that is granted at that time, and only once.
  static void use(CaseDraft draft, ApprovalUsed used) throws Refusal {
    Texts.name("act", used.act());
    var approval = find(draft, used.request());
    if (!(approval.status(draft.people, draft.notBefore(used.at())) instanceof Granted)) {
      throw over(draft, approval, used, "approved");
    }
    draft.approvals.put(used.request(), approval.endedBy(new ApprovalStatus.Used(used.act())));
  }

  private static Approval unended(CaseDraft draft, String id, CaseEvent event) throws Refusal {
    var approval = find(draft, id);
    var status = approval.status(draft.people, draft.notBefore(event.at()));
    if (!(status instanceof Waiting || status instanceof Granted)) {
      throw over(draft, approval, event, "waiting or approved");
    }
    return approval;
  }

  private static Approval find(CaseDraft draft, String id) throws Refusal {
    Texts.name("id of the request", id);
    var approval = draft.approvals.get(id);
    if (approval == null) {
      throw new Refusal(
          "there is no request `"
              + id
              + "` ["
              + (draft.approvals.isEmpty()
                  ? "there are none"
                  : String.join(", ", draft.approvals.keySet()))
              + "]",
          "case show lists them");
    }
    return approval;
  }

  static PersonId person(Actor actor) throws Refusal {
    if (actor instanceof Actor.Person(var id)) {
      return id;
    }
    throw new Refusal("`" + actor.text() + "` is no person [a person on the case]", "");
  }

  static CasePerson withKey(CaseDraft draft, PersonId id) throws Refusal {
    var person = PeopleRules.onTheCase(draft, id);
    if (person.key().isEmpty()) {
      throw new Refusal(
          "`" + id + "` has no key on this case [an Ed25519 key of their own]",
          "case remove, then case enrol with --public-key");
    }
    return person;
  }

  /// Whether a signature, in base64, is one of this person's key.
  static boolean verifies(CasePerson person, byte[] message, String signature) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(signature);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return person.verifier().filter(key -> key.verifies(message, bytes)).isPresent();
  }

  private static void signed(CasePerson person, byte[] message, String signature, String what)
      throws Refusal {
    if (!verifies(person, message, signature)) {
      throw new Refusal(
          "the signature under "
              + what
              + " is not one of `"
              + person.id()
              + "` over this plan, case, rule and expiry [theirs]",
          "sign with the private key whose public half is enrolled");
    }
  }

  private static Refusal over(
      CaseDraft draft, Approval approval, CaseEvent event, String expected) {
    var words =
        switch (approval.status(draft.people, draft.notBefore(event.at()))) {
          case Waiting _ -> "is being waited for";
          case Granted _ -> "is approved already";
          case ApprovalStatus.Rejected rejected -> "was rejected by " + rejected.by();
          case ApprovalStatus.Withdrawn _ -> "was withdrawn";
          case ApprovalStatus.Used used -> "was used for act " + used.act();
          case ApprovalStatus.Expired gone -> "expired at " + gone.at();
          case ApprovalStatus.Moot none -> "counts for nothing: " + none.why();
        };
    return new Refusal(
        "request `" + approval.request().id() + "` " + words + " [" + expected + "]",
        "ask again with a new request");
  }
}
