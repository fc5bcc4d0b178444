package io.cofferdam.respond.cases;

import static io.cofferdam.respond.cases.MadeCase.START;
import static io.cofferdam.respond.cases.MadeCase.key;
import static io.cofferdam.respond.cases.MadeCase.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.evidence.json.Json;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/// Whatever is attempted in whatever order, a case keeps its invariants.
@Covers("R-02")
class CaseProperties {
  private static final List<PersonId> PEOPLE =
      List.of(new PersonId("a"), new PersonId("b"), new PersonId("c"), new PersonId("d"));

  @Property(tries = 400, shrinking = ShrinkingMode.OFF)
  void anySequenceKeepsTheInvariants(@ForAll long seed) throws IOException {
    grants(seed);
  }

  @Example
  void someSequencesAreGranted() throws IOException {
    int granted = 0;
    for (long seed = 1; seed <= 100; seed++) {
      granted += grants(seed);
    }
    assertThat(granted).isPositive();
  }

  /// Attempts events at random and checks after each.
  ///
  /// @return how often an approval was found granted
  private static int grants(long seed) throws IOException {
    int granted = 0;
    var random = new Random(seed);
    var events = new ArrayList<CaseEvent>();
    events.add(
        new CaseEvent.Opened(
            START, new Actor.Person(PEOPLE.getFirst()), MadeCase.ID, "x", OpenedFrom.PERSON, ""));
    var file = ((Judged.Accepted) CaseFile.of(events)).file();
    var clock = START;
    for (int i = 0; i < 60; i++) {
      clock = clock.plus(Duration.ofMinutes(random.nextInt(12) - 2));
      var event = random(random, clock, file);
      var before = file;
      switch (file.attempt(event)) {
        case Judged.Accepted(var next) -> {
          events.add(event);
          file = next;
        }
        case Judged.Refused refused -> {
          assertThat(refused.words()).isNotBlank().doesNotContain("null");
          assertThat(file).isEqualTo(before);
        }
      }
      granted += invariants(file, events, clock);
    }
    assertThat(CaseFile.of(events)).isEqualTo(new Judged.Accepted(file));
    var again = new ArrayList<CaseEvent>();
    for (var event : events) {
      again.add(CaseEventJson.decode(CaseEventJson.encode(event)));
    }
    assertThat(again).isEqualTo(events);
    assertThat(CaseFile.of(again)).isEqualTo(new Judged.Accepted(file));
    return granted;
  }

  private static int invariants(CaseFile file, List<CaseEvent> events, Instant clock) {
    assertThat(file.version()).isEqualTo(events.size());
    assertThat(file.raci()).allSatisfy((step, row) -> assertThat(row.step()).isEqualTo(step));
    if (file.state() == CaseState.CLOSED) {
      assertThat(file.openTasks()).isEmpty();
    }
    int granted = 0;
    for (var id : file.approvals().keySet()) {
      if (file.approval(id, clock).orElseThrow() instanceof ApprovalStatus.Granted) {
        assertThat(reference(id, events, clock)).as("%s in %s", id, events).isTrue();
        granted++;
      }
    }
    return granted;
  }

  /// The slow, obvious answer from the events alone: may the plan of this request be carried out?
  private static boolean reference(String id, List<CaseEvent> events, Instant clock) {
    CaseEvent.ApprovalRequested asked = null;
    int askedAt = 0;
    var enrolledAt = new HashMap<PersonId, Integer>();
    var keys = new HashMap<PersonId, String>();
    var approved = new HashSet<PersonId>();
    var latest = clock;
    for (int i = 0; i < events.size(); i++) {
      latest = events.get(i).at().isAfter(latest) ? events.get(i).at() : latest;
      switch (events.get(i)) {
        case CaseEvent.PersonEnrolled it -> {
          enrolledAt.put(it.person(), i);
          it.key().ifPresent(key -> keys.put(it.person(), key));
        }
        case CaseEvent.PersonRemoved it -> {
          enrolledAt.remove(it.person());
          keys.remove(it.person());
        }
        case CaseEvent.ApprovalRequested it when it.request().id().equals(id) -> {
          asked = it;
          askedAt = i;
        }
        case CaseEvent.ApprovalGiven it when it.request().equals(id) ->
            approved.add(((Actor.Person) it.by()).id());
        case CaseEvent.ApprovalRejected it when it.request().equals(id) -> {
          return false;
        }
        case CaseEvent.ApprovalWithdrawn it when it.request().equals(id) -> {
          return false;
        }
        case CaseEvent.ApprovalUsed it when it.request().equals(id) -> {
          return false;
        }
        default -> {}
      }
    }
    var counted = new HashSet<String>();
    for (var person : approved) {
      var since = enrolledAt.get(person);
      if (since != null && since < askedAt && !asked.by().equals(new Actor.Person(person))) {
        counted.add(keys.get(person));
      }
    }
    int quorum = asked.request().rule().quorum();
    if (asked.by() instanceof Actor.Machine) {
      quorum = Math.max(2, quorum);
    }
    return counted.size() >= quorum && latest.isBefore(asked.request().expiresAt());
  }

  private static <E extends Enum<E>> E any(Random random, Class<E> set) {
    var all = List.copyOf(EnumSet.allOf(set));
    return all.get(random.nextInt(all.size()));
  }

  private static CaseEvent random(Random random, Instant at, CaseFile file) {
    var person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    var by = random.nextInt(8) == 0 ? Actor.machine("playbook") : new Actor.Person(person);
    var other = PEOPLE.get(random.nextInt(PEOPLE.size()));
    var id = "A" + random.nextInt(3);
    var task = "T" + random.nextInt(3);
    return switch (random.nextInt(16)) {
      case 0, 1, 2 ->
          new CaseEvent.PersonEnrolled(
              at,
              by,
              other,
              Set.of(any(random, Role.class)),
              Optional.of(key(random.nextInt(6) == 0 ? person : other).verifier().line()));
      case 3 ->
          random.nextInt(3) == 0
              ? new CaseEvent.PersonRemoved(at, by, other, "off shift")
              : new CaseEvent.Noted(at, by, "note " + random.nextInt());
      case 4 ->
          new CaseEvent.RaciAssigned(
              at,
              by,
              new RaciRow(
                  any(random, StepClass.class), other, List.of(person), List.of(), List.of()));
      case 5 ->
          new CaseEvent.TaskAdded(
              at, by, task, StepClass.TRIAGE, "look", Optional.of(at.plusSeconds(60)));
      case 6 -> new CaseEvent.TaskAssigned(at, by, task, other);
      case 7 -> new CaseEvent.TaskDone(at, by, task, "ok");
      case 8 ->
          new CaseEvent.Linked(at, by, new Link(LinkKind.ALERT, "alert-" + random.nextInt(3), ""));
      case 9 ->
          random.nextInt(2) == 0
              ? new CaseEvent.ContactAdded(
                  at, by, new Contact(ContactKind.LEGAL, "n", "r" + random.nextInt(3), ""))
              : new CaseEvent.ActRecorded(
                  at,
                  by,
                  "act-1",
                  "executed",
                  "",
                  new Json.Members(Map.of("calls", Json.texts(List.of("a", "b")))));
      case 10 -> new CaseEvent.StateChanged(at, by, any(random, CaseState.class), "so it is");
      case 11, 12 -> {
        var request =
            new ApprovalRequest(
                MadeCase.ID,
                id,
                MadeCase.PLAN,
                "close it",
                ApprovalRule.people(1 + random.nextInt(2)),
                by,
                at.plus(Duration.ofMinutes(random.nextInt(90))));
        yield new CaseEvent.ApprovalRequested(
            at,
            by,
            request,
            by instanceof Actor.Machine ? "" : signature(key(person), request.requestBytes()));
      }
      case 13, 14 -> {
        var approval = file.approvals().get(id);
        var signer = random.nextInt(5) == 0 ? other : person;
        yield new CaseEvent.ApprovalGiven(
            at,
            by,
            id,
            approval == null
                ? ""
                : signature(key(signer), approval.request().approvalBytes(person)));
      }
      default ->
          random.nextInt(3) == 0
              ? new CaseEvent.ApprovalRejected(at, by, id, "no")
              : random.nextBoolean()
                  ? new CaseEvent.ApprovalWithdrawn(at, by, id, "no need")
                  : random.nextBoolean()
                      ? new CaseEvent.ApprovalUsed(at, by, id, "C1")
                      : new CaseEvent.ApprovalExpired(at, by, id);
    };
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatIsNoEventIsToldSo(@ForAll long seed) {
    var random = new Random(seed);
    var json =
        CaseEventJson.encode(
            random(
                random,
                START,
                ((Judged.Accepted)
                        CaseFile.of(
                            List.of(
                                new CaseEvent.Opened(
                                    START,
                                    Actor.machine("m"),
                                    MadeCase.ID,
                                    "x",
                                    OpenedFrom.ALERT,
                                    ""))))
                    .file()));
    var bytes = new StringBuilder(json);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      bytes.setCharAt(random.nextInt(bytes.length()), "{}[]\",:x0 ".charAt(random.nextInt(10)));
    }
    try {
      CaseEventJson.decode(bytes.toString());
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
