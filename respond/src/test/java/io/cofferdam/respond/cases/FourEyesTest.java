package io.cofferdam.respond.cases;

import static io.cofferdam.respond.cases.MadeCase.INES;
import static io.cofferdam.respond.cases.MadeCase.MARA;
import static io.cofferdam.respond.cases.MadeCase.TOMAS;
import static io.cofferdam.respond.cases.MadeCase.by;
import static io.cofferdam.respond.cases.MadeCase.key;
import static io.cofferdam.respond.cases.MadeCase.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.cases.ApprovalStatus.Granted;
import io.cofferdam.respond.cases.ApprovalStatus.Waiting;
import io.cofferdam.testkit.Covers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Nobody acts alone.
@Covers("R-02")
class FourEyesTest {
  @Test
  void onePersonAsksAndAnotherApproves() {
    var made = MadeCase.staffed().asks("A1", 1);
    assertThat(made.status("A1")).isEqualTo(new Waiting(List.of(), List.of("one more person")));
    made.does(made.approval("A1", TOMAS));
    assertThat(made.status("A1")).isInstanceOf(Granted.class);
  }

  @Test
  void whoAskedCannotApprove() {
    var made = MadeCase.staffed().asks("A1", 1);
    assertThat(made.refused(made.approval("A1", MARA))).contains("asked for it", "four eyes");
  }

  @Test
  void theSamePersonCountsOnce() {
    var made = MadeCase.staffed().asks("A1", 2);
    made.does(made.approval("A1", TOMAS));
    assertThat(made.refused(made.approval("A1", TOMAS))).contains("approved it already");
    assertThat(made.status("A1"))
        .isEqualTo(new Waiting(List.of(TOMAS), List.of("one more person")));
  }

  @Test
  void oneKeyCannotBeThatOfTwoPeopleUnderAnyName() {
    var made = MadeCase.staffed();
    var pem = key(TOMAS).verifier().pem();
    for (var form : List.of(key(TOMAS).verifier().line(), pem)) {
      assertThat(
              made.refused(
                  new CaseEvent.PersonEnrolled(
                      made.next(),
                      by(MARA),
                      new PersonId("tomas.again"),
                      Set.of(Role.FORENSICS),
                      Optional.of(form))))
          .contains("is or was that of `tomas.beck`");
    }
  }

  @Test
  void aKeyOfSomebodyWhoWasRemovedStaysTheirs() {
    var made = MadeCase.staffed();
    made.does(new CaseEvent.PersonRemoved(made.next(), by(MARA), TOMAS, "left"));
    assertThat(
            made.refused(
                new CaseEvent.PersonEnrolled(
                    made.next(),
                    by(MARA),
                    new PersonId("tomas.again"),
                    Set.of(Role.FORENSICS),
                    Optional.of(key(TOMAS).verifier().line()))))
        .contains("is or was that of");
  }

  @Test
  void approvalsUnderAnothersNameAreNone() {
    var made = MadeCase.staffed().asks("A1", 1);
    assertThat(made.refused(made.approval("A1", TOMAS, key(MARA)))).contains("signature");
    assertThat(made.refused(made.approval("A1", TOMAS, key("nobody")))).contains("signature");
    assertThat(made.refused(new CaseEvent.ApprovalGiven(made.next(), by(TOMAS), "A1", "no base64")))
        .contains("signature");
  }

  @Test
  void theRequestIsSignedByWhoAsks() {
    var made = MadeCase.staffed();
    var request = made.request("A1", by(TOMAS), ApprovalRule.people(1));
    assertThat(
            made.refused(
                new CaseEvent.ApprovalRequested(
                    made.next(), by(TOMAS), request, signature(key(MARA), request.requestBytes()))))
        .contains("signature under the request");
    assertThat(
            made.refused(
                new CaseEvent.ApprovalRequested(
                    made.next(), by(MARA), request, signature(key(MARA), request.requestBytes()))))
        .contains("in the name of `person:tomas.beck`");
  }

  @Test
  void aSignatureForAnotherPlanOrCaseIsNone() {
    var made = MadeCase.staffed().asks("A1", 1);
    var asked = made.file().approvals().get("A1").request();
    for (var other :
        List.of(
            new ApprovalRequest(
                MadeCase.ID,
                "A1",
                "cd".repeat(32),
                asked.summary(),
                asked.rule(),
                asked.requester(),
                asked.expiresAt()),
            new ApprovalRequest(
                new CaseId("case-20260301-ffffffff"),
                "A1",
                asked.planHash(),
                asked.summary(),
                asked.rule(),
                asked.requester(),
                asked.expiresAt()),
            new ApprovalRequest(
                MadeCase.ID,
                "A1",
                asked.planHash(),
                asked.summary(),
                asked.rule(),
                asked.requester(),
                asked.expiresAt().plus(Duration.ofDays(1))),
            new ApprovalRequest(
                MadeCase.ID,
                "A2",
                asked.planHash(),
                asked.summary(),
                asked.rule(),
                asked.requester(),
                asked.expiresAt()))) {
      var replayed = signature(key(TOMAS), other.approvalBytes(TOMAS));
      assertThat(made.refused(new CaseEvent.ApprovalGiven(made.next(), by(TOMAS), "A1", replayed)))
          .contains("signature");
    }
    var asIfAsking = signature(key(TOMAS), asked.requestBytes());
    assertThat(made.refused(new CaseEvent.ApprovalGiven(made.next(), by(TOMAS), "A1", asIfAsking)))
        .contains("signature");
  }

  @Test
  void aRequestOfAnotherCaseIsNone() {
    var made = MadeCase.staffed();
    var request =
        new ApprovalRequest(
            new CaseId("case-20260301-ffffffff"),
            "A1",
            MadeCase.PLAN,
            "close it",
            ApprovalRule.people(1),
            by(MARA),
            MadeCase.START.plus(Duration.ofHours(1)));
    assertThat(
            made.refused(
                new CaseEvent.ApprovalRequested(
                    made.next(), by(MARA), request, signature(key(MARA), request.requestBytes()))))
        .contains("is for case `case-20260301-ffffffff`");
  }

  @Test
  void aKeyEnrolledAfterTheRequestDoesNotCount() {
    var made = MadeCase.staffed().asks("A1", 1);
    var late = new PersonId("late.comer");
    made.enrol(late, Role.CLOUD_ENGINEER);
    assertThat(made.refused(made.approval("A1", late))).contains("was enrolled after request `A1`");
  }

  @Test
  void whoIsRemovedNoLongerCountsEvenWhenEnrolledAgain() {
    var made = MadeCase.staffed().asks("A1", 1);
    made.does(made.approval("A1", TOMAS));
    made.does(new CaseEvent.PersonRemoved(made.next(), by(MARA), TOMAS, "key lost"));
    assertThat(made.status("A1")).isInstanceOf(Waiting.class);
    made.enrol(TOMAS, Role.CLOUD_ENGINEER);
    assertThat(made.status("A1")).isInstanceOf(Waiting.class);
    assertThat(made.refused(made.approval("A1", TOMAS))).contains("enrolled after");
  }

  @Test
  void aRequestFallsWithWhoAsked() {
    var made = MadeCase.staffed().asks("A1", 1);
    made.does(made.approval("A1", TOMAS));
    made.does(new CaseEvent.PersonRemoved(made.next(), by(TOMAS), MARA, "account taken over"));
    assertThat(made.status("A1")).isInstanceOf(ApprovalStatus.Moot.class);
  }

  @Test
  void rolesAreAskedFor() {
    var rule = new ApprovalRule(1, Set.of(Role.EXECUTIVE), Set.of(Role.LEGAL_COUNSEL));
    var made = MadeCase.staffed().asks("A1", rule);
    assertThat(made.refused(made.approval("A1", TOMAS))).contains("cloud-engineer", "[executive]");
    made.does(made.approval("A1", INES));
    assertThat(made.status("A1")).isInstanceOf(Granted.class);
  }

  @Test
  void aRoleThatMustBeAmongThemIsWaitedFor() {
    var rule = new ApprovalRule(1, Set.of(), Set.of(Role.LEGAL_COUNSEL));
    var made = MadeCase.staffed().asks("A1", rule);
    made.does(made.approval("A1", TOMAS));
    assertThat(made.status("A1"))
        .isEqualTo(new Waiting(List.of(TOMAS), List.of("somebody who is legal-counsel")));
    made.does(made.approval("A1", INES));
    assertThat(made.status("A1")).isInstanceOf(Granted.class);
  }

  @Test
  void theProgramAsksTwoPeopleAtLeastAndNeverApproves() {
    var made = MadeCase.staffed();
    var playbook = Actor.machine("playbook");
    var request = made.request("A1", playbook, ApprovalRule.people(1));
    made.does(new CaseEvent.ApprovalRequested(made.next(), playbook, request, ""));
    made.does(made.approval("A1", TOMAS));
    assertThat(made.status("A1")).isInstanceOf(Waiting.class);
    assertThat(made.refused(new CaseEvent.ApprovalGiven(made.next(), playbook, "A1", "")))
        .contains("is no person");
    made.does(made.approval("A1", INES));
    assertThat(made.status("A1")).isInstanceOf(Granted.class);
  }

  @Test
  void timeEndsAnApprovalAndAClockPutBackRevivesNone() {
    var made = MadeCase.staffed().asks("A1", 1);
    made.does(made.approval("A1", TOMAS));
    var end = MadeCase.START.plus(Duration.ofHours(4));
    var file = made.file();
    assertThat(file.approval("A1", end.minusNanos(1)).orElseThrow()).isInstanceOf(Granted.class);
    assertThat(file.approval("A1", end).orElseThrow()).isInstanceOf(ApprovalStatus.Expired.class);
    made.at(end.plus(Duration.ofHours(1)));
    made.does(new CaseEvent.Noted(made.next(), by(MARA), "later"));
    made.at(MadeCase.START.plus(Duration.ofHours(1)));
    assertThat(made.status("A1")).isInstanceOf(ApprovalStatus.Expired.class);
    assertThat(made.refused(made.approval("A1", INES))).contains("expired at");
  }

  @Test
  void rejectedAndWithdrawnStayThat() {
    var made = MadeCase.staffed().asks("A1", 1).asks("A2", 1);
    made.does(made.approval("A1", TOMAS));
    made.does(new CaseEvent.ApprovalRejected(made.next(), by(INES), "A1", "checkout breaks"));
    assertThat(made.status("A1")).isEqualTo(new ApprovalStatus.Rejected(INES, "checkout breaks"));
    assertThat(made.refused(made.approval("A1", TOMAS))).contains("was rejected by ines.ruiz");
    assertThat(
            made.refused(new CaseEvent.ApprovalWithdrawn(made.next(), by(TOMAS), "A2", "no need")))
        .contains("did not ask for it");
    made.does(new CaseEvent.ApprovalWithdrawn(made.next(), by(MARA), "A2", "no need"));
    assertThat(made.refused(made.approval("A2", TOMAS))).contains("was withdrawn");
  }

  @Test
  void anApprovalIsUsedOnceAndOnlyWhileItIsGranted() {
    var made = MadeCase.staffed().asks("A1", 1).asks("A2", 1);
    var used = new CaseEvent.ApprovalUsed(made.next(), by(MARA), "A1", "C1");
    assertThat(made.refused(used)).contains("is being waited for");
    made.does(made.approval("A1", TOMAS));
    made.does(used);
    assertThat(made.status("A1")).isEqualTo(new ApprovalStatus.Used("C1"));
    assertThat(made.refused(new CaseEvent.ApprovalUsed(made.next(), by(MARA), "A1", "C2")))
        .contains("was used for act C1");
    assertThat(made.refused(new CaseEvent.ApprovalRejected(made.next(), by(INES), "A1", "no")))
        .contains("was used for act C1");
    made.does(made.approval("A2", TOMAS)).at(MadeCase.START.plus(Duration.ofHours(5)));
    assertThat(made.refused(new CaseEvent.ApprovalUsed(made.next(), by(MARA), "A2", "C2")))
        .contains("expired at");
  }

  @Test
  void expiryIsPutOnRecordOnlyOnceItCame() {
    var made = MadeCase.staffed().asks("A1", 1);
    var engine = Actor.machine("playbook");
    assertThat(made.refused(new CaseEvent.ApprovalExpired(made.next(), engine, "A1")))
        .contains("[not yet]");
    made.at(MadeCase.START.plus(Duration.ofHours(5)));
    made.does(new CaseEvent.ApprovalExpired(made.next(), engine, "A1"));
    assertThat(made.status("A1")).isInstanceOf(ApprovalStatus.Expired.class);
  }
}
