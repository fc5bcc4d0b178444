package io.cofferdam.notify.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.Ternary;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.rule.RuleCatalogue;
import io.cofferdam.testkit.Covers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Awareness is recorded by a named person; everything else is a what-if.
@Covers("N-01")
class AwarenessTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant SIGNAL = Instant.parse("2026-12-18T15:20:00Z");
  private static final Instant NOW = Instant.parse("2026-12-22T10:00:00Z");

  @Test
  void anAlertGivesAWhatIfAndNoDueDate() {
    var awareness =
        Awareness.none()
            .with(
                new Awareness.Candidate(
                    SIGNAL.plusSeconds(60), Awareness.Kind.TRIAGE_CONFIRMED, "triage"))
            .with(new Awareness.Candidate(SIGNAL, Awareness.Kind.FIRST_SIGNAL, "alert"));
    var clock = notice(awareness, Milestones.none()).clock();
    assertThat(clock.dueAt()).isEmpty();
    assertThat(clock.words()).isEqualTo("72 hours from awareness");
    assertThat(clock.whatIfStart()).contains(SIGNAL);
    assertThat(clock.whatIf().orElseThrow().escalation())
        .isEqualTo(SIGNAL.plus(Duration.ofDays(3)));
    assertThat(clock.late()).as("without awareness nothing is late").isFalse();
  }

  @Test
  void anInstantWithoutANameIsOnlyAWhatIf() {
    var awareness = Awareness.of(SIGNAL, "  ", "said so");
    assertThat(awareness.recorded()).isEmpty();
    assertThat(awareness.earliestCandidate().orElseThrow().kind())
        .isEqualTo(Awareness.Kind.STATED_WITHOUT_NAME);
    assertThat(notice(awareness, Milestones.none()).clock().dueAt()).isEmpty();
  }

  @Test
  void aNamedPersonStartsTheClockAndLatenessAsksForReasons() {
    var duty = notice(Awareness.of(SIGNAL, "A. Example", "triage"), Milestones.none());
    assertThat(duty.clock().dueAt()).contains(Instant.parse("2026-12-21T15:20:00Z"));
    assertThat(duty.clock().late()).isTrue();
    assertThat(duty.notes()).anyMatch(n -> n.startsWith("late:") && n.contains("reasons"));
    assertThat(duty.clock().whatIf()).isEmpty();
  }

  @Test
  void aNoticeInTimeIsNotLateHoweverLateItIsNow() {
    var inTime =
        Milestones.none()
            .withSubmission("eu-gdpr-33-1", Instant.parse("2026-12-21T15:20:00Z"), "A. Example");
    var late =
        Milestones.none()
            .withSubmission("eu-gdpr-33-1", Instant.parse("2026-12-21T15:20:01Z"), "A. Example");
    var awareness = Awareness.of(SIGNAL, "A. Example", "triage");
    assertThat(notice(awareness, inTime).clock().late()).isFalse();
    assertThat(notice(awareness, late).clock().late()).isTrue();
  }

  @Test
  void recordsWithoutANameAreRefused() {
    assertThatThrownBy(() -> new Awareness.Recorded(SIGNAL, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Milestones.none().withOrder("eu-gdpr-34-4", SIGNAL, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anOrderOfTheAuthorityStartsItsOwnClock() {
    var facts =
        ThresholdTrapsTest.breach().with(Fact.AUTHORITY_ORDERED_COMMUNICATION, Ternary.TRUE);
    var milestones = Milestones.none().withOrder("eu-gdpr-34-4", NOW, "A. Example");
    var duty =
        new DutyEngine(RuleCatalogue.shipped())
            .evaluate(facts, Awareness.none(), milestones, BERLIN, NOW, Set.of()).stream()
                .filter(d -> d.ruleId().equals("eu-gdpr-34-4"))
                .findFirst()
                .orElseThrow();
    assertThat(duty.clock().policyTarget()).contains(NOW.plus(Duration.ofDays(1)));
    assertThat(duty.clock().dueAt()).isEmpty();
  }

  @Test
  void questionsAreOrderedByTheEarliestClockTheyWouldStart() {
    var facts = ThresholdTrapsTest.controller().with(Fact.PERSONAL_DATA_INVOLVED, Ternary.TRUE);
    var duties =
        new DutyEngine(RuleCatalogue.shipped()).evaluate(facts, Awareness.none(), BERLIN, NOW);
    for (var duty : duties) {
      assertThat(duty.decides()).extracting(DecidingFact::earliestHours).isSorted();
    }
    var notice =
        duties.stream().filter(d -> d.ruleId().equals("eu-gdpr-33-1")).findFirst().orElseThrow();
    var first = notice.decides().getFirst();
    assertThat(first.key()).isEqualTo("confidentiality-lost");
    assertThat(first.earliestHours()).as("also decides the NIS2 early warning").isEqualTo(24);
    assertThat(first.question()).endsWith("?");
  }

  private static Duty notice(Awareness awareness, Milestones milestones) {
    return new DutyEngine(RuleCatalogue.shipped())
            .evaluate(ThresholdTrapsTest.breach(), awareness, milestones, BERLIN, NOW, Set.of())
            .stream()
            .filter(d -> d.ruleId().equals("eu-gdpr-33-1"))
            .findFirst()
            .orElseThrow();
  }
}
