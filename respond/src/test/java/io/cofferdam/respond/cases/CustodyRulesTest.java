package io.cofferdam.respond.cases;

import static io.cofferdam.respond.cases.MadeCase.INES;
import static io.cofferdam.respond.cases.MadeCase.MARA;
import static io.cofferdam.respond.cases.MadeCase.TOMAS;
import static io.cofferdam.respond.cases.MadeCase.by;
import static io.cofferdam.respond.cases.MadeCase.key;
import static io.cofferdam.respond.cases.MadeCustody.ROOT;
import static io.cofferdam.respond.cases.MadeCustody.capture;
import static io.cofferdam.respond.cases.MadeCustody.hand;
import static io.cofferdam.respond.cases.MadeCustody.item;
import static io.cofferdam.respond.cases.MadeCustody.receive;
import static io.cofferdam.respond.cases.MadeCustody.store;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Covers("R-04")
class CustodyRulesTest {
  private static MadeCase captured() {
    var made = MadeCase.staffed();
    return made.does(capture(made, MARA));
  }

  private static CustodyChain chain(MadeCase made) {
    return made.file().custody().get("E1");
  }

  @Test
  void whoTakesItHoldsItUntilTheOtherSigned() {
    var made = captured();
    assertThat(chain(made).holder()).isEqualTo(MARA);
    made.does(hand(made, MARA, TOMAS));
    assertThat(chain(made).holder()).isEqualTo(MARA);
    assertThat(chain(made).waiting().orElseThrow().to()).isEqualTo(TOMAS);
    made.does(receive(made, TOMAS));
    assertThat(chain(made).holder()).isEqualTo(TOMAS);
    assertThat(chain(made).waiting()).isEmpty();
    assertThat(chain(made).holdings())
        .extracting(CustodyChain.Holding::holder)
        .containsExactly(MARA, TOMAS);
    assertThat(chain(made).holdings().getFirst().until())
        .contains(chain(made).holdings().getLast().from());
  }

  @Test
  void whatIsForgedOrNotEnrolledIsRefused() {
    var made = MadeCase.staffed();
    var e1 = item("E1", ROOT, List.of());
    assertThat(made.refused(capture(made, MARA, e1, key(TOMAS))))
        .contains("not one of `mara.lind`");
    var lena = new PersonId("lena.voss");
    assertThat(made.refused(capture(made, lena, e1, key(lena)))).contains("not on the case");
    made.does(
        new CaseEvent.PersonEnrolled(
            made.next(), by(MARA), lena, Set.of(Role.FORENSICS), Optional.empty()));
    assertThat(made.refused(capture(made, lena, e1, key(lena)))).contains("has no key");
    made.does(capture(made, MARA));
    assertThat(made.refused(hand(made, MARA, lena))).contains("has no key");
    assertThat(made.refused(hand(made, MARA, TOMAS, key(TOMAS)))).contains("signature");
    made.does(hand(made, MARA, TOMAS));
    assertThat(made.refused(receive(made, TOMAS, ROOT, key(MARA)))).contains("signature");
    assertThat(
            made.refused(
                new CaseEvent.EvidenceCaptured(made.next(), Actor.machine("fetch"), e1, "")))
        .contains("no person");
  }

  @Test
  void onlyTheHolderHandsOverAndNobodyToThemselves() {
    var made = captured();
    assertThat(made.refused(hand(made, TOMAS, INES))).contains("does not hold `E1` [mara.lind]");
    assertThat(made.refused(hand(made, MARA, MARA))).contains("somebody else");
    assertThat(made.refused(receive(made, TOMAS))).contains("was handed to nobody");
    made.does(hand(made, MARA, TOMAS));
    assertThat(made.refused(receive(made, INES))).contains("was handed to `tomas.beck`");
    assertThat(made.refused(hand(made, TOMAS, INES))).contains("does not hold");
  }

  @Test
  void aHandOverThatWaitsIsReplacedByTheNext() {
    var made = captured();
    made.does(hand(made, MARA, TOMAS)).does(hand(made, MARA, INES));
    assertThat(made.refused(receive(made, TOMAS))).contains("was handed to `ines.ruiz`");
    made.does(receive(made, INES));
    assertThat(chain(made).holder()).isEqualTo(INES);
  }

  @Test
  void anotherRootIsNotReceived() {
    var made = captured();
    made.does(hand(made, MARA, TOMAS));
    assertThat(made.refused(receive(made, TOMAS, "ef".repeat(32), key(TOMAS))))
        .contains("another root");
    assertThat(chain(made).holder()).isEqualTo(MARA);
  }

  @Test
  void whoWasEnrolledAfterTheHandOverDoesNotReceiveIt() {
    var made = captured();
    made.does(hand(made, MARA, TOMAS));
    made.does(new CaseEvent.PersonRemoved(made.next(), by(MARA), TOMAS, "lost the key"));
    made.enrol(TOMAS, MadeCase.key("another"), Role.CLOUD_ENGINEER);
    assertThat(made.refused(receive(made, TOMAS, ROOT, MadeCase.key("another"))))
        .contains("enrolled after");
    made.does(hand(made, MARA, TOMAS));
    made.does(receive(made, TOMAS, ROOT, MadeCase.key("another")));
    assertThat(chain(made).holder()).isEqualTo(TOMAS);
  }

  @Test
  void whatIsInCustodyIsTakenAgainOnlyWhenItsHolderLeft() {
    var made = captured();
    var second = item("E2", ROOT, List.of());
    assertThat(made.refused(capture(made, TOMAS, second, key(TOMAS))))
        .contains("in custody already, as `E1` of `mara.lind`");
    assertThat(
            made.refused(capture(made, TOMAS, item("E3", "ab".repeat(32), List.of()), key(TOMAS))))
        .contains("[E2, the next]");
    made.does(new CaseEvent.PersonRemoved(made.next(), by(TOMAS), MARA, "left"));
    made.does(capture(made, TOMAS, second, key(TOMAS)));
    assertThat(made.file().custody().get("E2").holder()).isEqualTo(TOMAS);
  }

  @Test
  void theChainGoesOnWhenTheCaseIsClosed() {
    var made = captured();
    for (var state : List.of(CaseState.ANALYSING, CaseState.REVIEWING, CaseState.CLOSED)) {
      made.does(new CaseEvent.StateChanged(made.next(), by(MARA), state, "so"));
    }
    made.does(hand(made, MARA, TOMAS)).does(receive(made, TOMAS));
    made.does(new CaseEvent.EvidenceRead(made.next(), by(INES), "E1", "for the court"));
    assertThat(chain(made).reads()).hasSize(1);
  }

  @Test
  void aCopyIsStoredByTheHolderForATimeToCome() {
    var made = captured();
    assertThat(made.refused(store(made, MARA, MadeCase.START))).contains("later than now");
    var later = MadeCase.START.plus(Duration.ofDays(400));
    assertThat(made.refused(store(made, TOMAS, later))).contains("does not hold");
    made.does(store(made, MARA, later));
    assertThat(chain(made).copies()).hasSize(1);
    assertThat(chain(made).holder()).isEqualTo(MARA);
  }

  /// A link that is taken out, changed or put elsewhere breaks the chain, whoever could change the
  /// store.
  @Test
  void aRemovedAlteredOrMovedLinkIsFound() throws IOException {
    var made = MadeCase.staffed();
    var events = new ArrayList<CaseEvent>();
    events.add(made.file().opening());
    var people = List.of(MARA, TOMAS, INES);
    for (var person : people) {
      events.add(
          new CaseEvent.PersonEnrolled(
              MadeCase.START,
              by(MARA),
              person,
              Set.of(Role.FORENSICS),
              Optional.of(key(person).verifier().line())));
    }
    int before = events.size();
    add(made, events, capture(made, MARA));
    add(made, events, hand(made, MARA, TOMAS));
    add(made, events, hand(made, MARA, INES));
    add(made, events, hand(made, MARA, TOMAS));
    add(made, events, receive(made, TOMAS));
    add(made, events, hand(made, TOMAS, MARA));
    assertThat(CaseFile.of(events)).isInstanceOf(Judged.Accepted.class);
    for (int i = before; i < events.size() - 1; i++) {
      var without = new ArrayList<>(events);
      without.remove(i);
      assertThat(CaseFile.of(without)).as("without %s", i).isInstanceOf(Judged.Refused.class);
    }
    for (int i = before; i < events.size(); i++) {
      var json = CaseEventJson.encode(events.get(i));
      var altered = new ArrayList<>(events);
      altered.set(
          i, CaseEventJson.decode(json.replaceFirst("\"at\":\"2026-03-01", "\"at\":\"2026-03-02")));
      assertThat(altered.get(i)).isNotEqualTo(events.get(i));
      assertThat(CaseFile.of(altered)).as("altered %s", i).isInstanceOf(Judged.Refused.class);
    }
    var moved = new ArrayList<>(events);
    moved.set(before + 1, events.get(before + 3));
    moved.set(before + 3, events.get(before + 1));
    assertThat(CaseFile.of(moved)).isInstanceOf(Judged.Refused.class);
  }

  private static void add(MadeCase made, List<CaseEvent> events, CaseEvent event) {
    made.does(event);
    events.add(event);
  }

  @Test
  void withNothingCapturedAllIsDueADayAfterTheOpening() {
    var lacking = NotCaptured.of(MadeCase.staffed().file());
    assertThat(lacking).hasSize(1);
    assertThat(lacking.getFirst().due()).isEqualTo(MadeCase.START.plus(Duration.ofHours(24)));
    assertThat(lacking.getFirst().overdue(MadeCase.START.plus(Duration.ofHours(23)))).isFalse();
    assertThat(lacking.getFirst().overdue(MadeCase.START.plus(Duration.ofHours(24)))).isTrue();
  }

  @Test
  void whatExpiresSoonerIsDueWhenItExpires() {
    var made = MadeCase.staffed();
    var soon =
        new CustodyItem.Missing("flow logs", "denied", Optional.of(LocalDate.parse("2026-03-02")));
    var late =
        new CustodyItem.Missing("trails", "failed", Optional.of(LocalDate.parse("2026-05-02")));
    made.does(capture(made, MARA, item("E1", ROOT, List.of(soon, late)), key(MARA)));
    assertThat(NotCaptured.of(made.file()))
        .extracting(NotCaptured::due)
        .containsExactly(
            Instant.parse("2026-03-02T00:00:00Z"), MadeCase.START.plus(Duration.ofHours(24)));
    made.does(capture(made, TOMAS, item("E2", "ab".repeat(32), List.of(late)), key(TOMAS)));
    assertThat(NotCaptured.of(made.file()))
        .extracting(NotCaptured::what)
        .containsExactly("trails: failed");
    made.does(capture(made, TOMAS, item("E3", "ac".repeat(32), List.of()), key(TOMAS)));
    assertThat(NotCaptured.of(made.file())).isEmpty();
  }

  /// A fetch that was asked less does not close the gaps of one that was asked more.
  @Test
  void aNarrowerFetchClosesNoGap() {
    var made = MadeCase.staffed();
    var gap = new CustodyItem.Missing("trails", "denied", Optional.empty());
    made.does(capture(made, MARA, item("E1", ROOT, List.of(gap)), key(MARA)));
    var narrow =
        new CustodyItem.Fetched(
            "111122223333",
            List.of("eu-central-1"),
            Instant.parse("2026-02-25T00:00:00Z"),
            Instant.parse("2026-03-01T00:00:00Z"));
    made.does(
        capture(
            made, MARA, item("E2", "ab".repeat(32), Optional.of(narrow), List.of()), key(MARA)));
    assertThat(NotCaptured.of(made.file())).hasSize(1);
    made.does(
        capture(made, MARA, item("E3", "ac".repeat(32), Optional.empty(), List.of()), key(MARA)));
    assertThat(NotCaptured.of(made.file()))
        .extracting(NotCaptured::what)
        .containsExactly(
            "trails: denied", "its fetch did not end: what it has not reached is not known");
  }
}
