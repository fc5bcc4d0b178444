package io.cofferdam.respond.cases;

import static io.cofferdam.respond.cases.MadeCase.INES;
import static io.cofferdam.respond.cases.MadeCase.MARA;
import static io.cofferdam.respond.cases.MadeCase.TOMAS;
import static io.cofferdam.respond.cases.MadeCase.by;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class CaseRulesTest {
  @Test
  void aCaseBeginsByBeingOpened() {
    assertThat(CaseFile.of(List.of())).isInstanceOf(Judged.Refused.class);
    var note = new CaseEvent.Noted(MadeCase.START, by(MARA), "hello");
    assertThat(CaseFile.of(List.of(note)))
        .isEqualTo(
            new Judged.Refused(
                1, "the first event of a case does not open it", "open the case first"));
    var made = MadeCase.opened();
    assertThat(made.refused(made.file().opening())).contains("open already");
  }

  @Test
  void onlyWhoIsOnTheCaseWorksOnIt() {
    var made = MadeCase.staffed();
    var stranger = new PersonId("stranger");
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(stranger), "hello")))
        .contains("`stranger` is not on the case");
    made.does(new CaseEvent.PersonRemoved(made.next(), by(MARA), TOMAS, "off shift"));
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(TOMAS), "hello")))
        .contains("not on the case");
  }

  @Test
  void whoOpenedItWorksOnItUntilTheyAreRemoved() {
    var made = MadeCase.opened();
    made.does(new CaseEvent.Noted(made.next(), by(MARA), "seen by a customer"));
    made.enrol(MARA, Role.INCIDENT_LEAD).enrol(TOMAS, Role.CLOUD_ENGINEER);
    made.does(new CaseEvent.PersonRemoved(made.next(), by(TOMAS), MARA, "account taken over"));
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(MARA), "let me in")))
        .contains("not on the case");
  }

  @Test
  void aCaseThatAMachineOpenedTakesItsFirstPerson() {
    var made = MadeCase.opened(Actor.machine("investigate"));
    made.enrol(MARA, Role.INCIDENT_LEAD);
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(TOMAS), "me too")))
        .contains("not on the case");
  }

  @Test
  void aMachineNeitherStaffsNorClosesACase() {
    var made = MadeCase.staffed();
    var machine = Actor.machine("playbook");
    for (var event :
        List.of(
            new CaseEvent.PersonRemoved(made.next(), machine, TOMAS, "x"),
            new CaseEvent.PersonEnrolled(
                made.next(), machine, new PersonId("x"), Set.of(Role.EXECUTIVE), Optional.empty()),
            new CaseEvent.StateChanged(made.next(), machine, CaseState.CLOSED, "done"))) {
      assertThat(made.refused(event)).contains("is no person");
    }
    made.does(new CaseEvent.StateChanged(made.next(), machine, CaseState.CONTAINING, "step 3"));
  }

  @Test
  void oneAnswersForEachKindOfWork() {
    var made = MadeCase.staffed();
    made.does(raci(made, MARA));
    made.does(raci(made, TOMAS));
    assertThat(made.file().raci().get(StepClass.CONTAINMENT).accountable()).isEqualTo(TOMAS);
    assertThat(made.refused(raci(made, new PersonId("nobody")))).contains("not on the case");
    made.does(new CaseEvent.PersonRemoved(made.next(), by(MARA), TOMAS, "ill"));
    assertThat(made.file().gaps())
        .contains("tomas.beck is accountable for containment but no longer on the case");
  }

  private static CaseEvent raci(MadeCase made, PersonId accountable) {
    return new CaseEvent.RaciAssigned(
        made.next(),
        by(MARA),
        new RaciRow(
            StepClass.CONTAINMENT, accountable, List.of(TOMAS), List.of(INES), List.of(MARA)));
  }

  @Test
  void tasksAreAddedAssignedAndEnded() {
    var made = MadeCase.staffed();
    made.does(task(made, "T1"));
    assertThat(made.refused(task(made, "T1"))).contains("`T1` already");
    assertThat(made.refused(new CaseEvent.TaskDone(made.next(), by(MARA), "T9", "x")))
        .contains("no task `T9` [T1]");
    made.does(new CaseEvent.TaskAssigned(made.next(), by(MARA), "T1", TOMAS));
    made.does(new CaseEvent.TaskDone(made.next(), by(TOMAS), "T1", "copied to the vault"));
    assertThat(made.file().tasks().get("T1").assignee()).contains(TOMAS);
    assertThat(made.refused(new CaseEvent.TaskDone(made.next(), by(TOMAS), "T1", "again")))
        .contains("done already");
    assertThat(made.refused(new CaseEvent.TaskAssigned(made.next(), by(MARA), "T1", INES)))
        .contains("done already");
  }

  private static CaseEvent task(MadeCase made, String id) {
    return new CaseEvent.TaskAdded(
        made.next(), by(MARA), id, StepClass.EVIDENCE, "copy the flow logs", Optional.empty());
  }

  @Test
  void closingWaitsForTasksAndApprovals() {
    var made = MadeCase.staffed();
    made.does(task(made, "T1")).asks("A1", 1);
    assertThat(made.refused(state(made, CaseState.CLOSED))).contains("open tasks: `T1`");
    made.does(new CaseEvent.TaskDone(made.next(), by(MARA), "T1", "not needed"));
    assertThat(made.refused(state(made, CaseState.CLOSED))).contains("`A1` is still being waited");
    made.does(new CaseEvent.ApprovalWithdrawn(made.next(), by(MARA), "A1", "not needed"));
    made.does(state(made, CaseState.CLOSED));
  }

  @Test
  void aClosedCaseTakesNotesLinksAndWhatWasDone() {
    var made = MadeCase.staffed();
    made.does(state(made, CaseState.CLOSED));
    assertThat(made.refused(task(made, "T1"))).contains("the case is closed");
    made.does(new CaseEvent.Noted(made.next(), by(MARA), "the authority called"));
    made.does(
        new CaseEvent.Linked(
            made.next(), by(MARA), new Link(LinkKind.REPORT, "report/report.json", "")));
    made.does(
        new CaseEvent.ActRecorded(
            made.next(),
            Actor.machine("contain"),
            "act-1",
            "rolled-back",
            "verified",
            new Json.Members(Map.of("n", Json.of(3)))));
    assertThat(made.file().acts()).hasSize(1);
    made.does(state(made, CaseState.REOPENED));
    made.does(task(made, "T1"));
  }

  private static CaseEvent state(MadeCase made, CaseState to) {
    return new CaseEvent.StateChanged(made.next(), by(MARA), to, "as decided");
  }

  @Test
  void onlyWhatTheTableListsMayFollow() {
    for (var from : CaseState.values()) {
      for (var to : CaseState.values()) {
        var made = inState(from);
        var event = state(made, to);
        var permitted =
            CaseState.TRANSITIONS.stream().anyMatch(t -> t.from() == from && t.to() == to);
        if (permitted) {
          made.does(event);
          assertThat(made.file().state()).isEqualTo(to);
        } else {
          assertThat(made.refused(event)).contains("cannot become `" + to.word() + "`");
        }
      }
    }
  }

  /// By the shortest way.
  private static MadeCase inState(CaseState wanted) {
    var made = MadeCase.staffed();
    for (var to : way(wanted)) {
      made.does(state(made, to));
    }
    return made;
  }

  private static List<CaseState> way(CaseState wanted) {
    var ways = new ArrayList<List<CaseState>>();
    ways.add(List.of());
    for (int i = 0; i < ways.size(); i++) {
      var way = ways.get(i);
      var at = way.isEmpty() ? CaseState.OPENED : way.getLast();
      if (at == wanted) {
        return way;
      }
      for (var to : at.next()) {
        var longer = new ArrayList<>(way);
        longer.add(to);
        ways.add(longer);
      }
    }
    throw new AssertionError("not reached: " + wanted);
  }

  @Test
  void textsThatWouldBreakATerminalAreRefused() {
    var made = MadeCase.staffed();
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(MARA), "a\u001b[2Jb")))
        .contains("cannot be shown, at position `1`");
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(MARA), "a\ud800")))
        .contains("cannot be shown");
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(MARA), " \n"))).contains("empty");
    assertThat(made.refused(new CaseEvent.Noted(made.next(), by(MARA), "x".repeat(20_001))))
        .contains("`20001` characters");
    assertThat(made.refused(new CaseEvent.Noted(Instant.MAX, by(MARA), "when the sun is cold")))
        .contains("between the years 2000 and 2200");
  }

  @Test
  void theSameLinkAndContactStandOnce() {
    var made = MadeCase.staffed();
    var contact = new Contact(ContactKind.LEGAL, "Example LLP", "+49 30 000000", "");
    made.does(new CaseEvent.ContactAdded(made.next(), by(MARA), contact));
    assertThat(made.refused(new CaseEvent.ContactAdded(made.next(), by(MARA), contact)))
        .contains("already");
    var link = new Link(LinkKind.PACK, "pack", "ab".repeat(32));
    made.does(new CaseEvent.Linked(made.next(), by(MARA), link));
    assertThat(made.refused(new CaseEvent.Linked(made.next(), by(MARA), link))).contains("already");
    assertThat(
            made.refused(
                new CaseEvent.Linked(made.next(), by(MARA), new Link(LinkKind.PACK, "pack", "AB"))))
        .contains("no SHA-256");
  }

  @Test
  void aListOfEventsHappensWholeOrNotAtAll() {
    var made = MadeCase.staffed();
    var judged =
        made.file()
            .attempt(
                List.of(
                    new CaseEvent.Noted(made.next(), by(MARA), "good"),
                    new CaseEvent.Noted(made.next(), by(MARA), "")));
    assertThat(judged).isInstanceOf(Judged.Refused.class);
    assertThat(((Judged.Refused) judged).number()).isEqualTo(made.file().version() + 2);
  }
}
