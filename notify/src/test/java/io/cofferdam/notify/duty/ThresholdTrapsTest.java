package io.cofferdam.notify.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cofferdam.model.Ternary;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.notify.clock.Deadline;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.facts.Quantity;
import io.cofferdam.notify.rule.RuleCatalogue;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The traps of the three regimes. The rules are taken as verified by a person, so that they may
/// clear; [UnverifiedRulesTest] shows what the shipped ones do.
@Covers({"N-01", "N-03"})
class ThresholdTrapsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant AWARE = Instant.parse("2026-03-27T11:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-27T12:00:00Z");

  private final RuleCatalogue verified = Samples.verified(RuleCatalogue.shipped());

  @Test
  void seventyTwoHoursOverAClockChangeAreElapsedHours() {
    var duty = only("eu-gdpr-33-1", breach());
    assertThat(duty.state()).isInstanceOf(DutyState.Required.class);
    assertThat(duty.clock().dueAt()).contains(Instant.parse("2026-03-30T11:00:00Z"));
    assertThat(duty.clock().dueAt().orElseThrow().atZone(BERLIN).getHour()).isEqualTo(13);
  }

  @Test
  void theftOfWeightsAloneRaisesNis2AndNoGdprDuty() {
    var facts =
        entity()
            .with(Fact.PERSONAL_DATA_INVOLVED, Ternary.FALSE)
            .with(Fact.CONFIDENTIALITY_LOST, Ternary.TRUE)
            .with(Fact.TRADE_SECRETS_TAKEN, Ternary.TRUE);
    assertThat(only("eu-nis2-23-4-a", facts).state()).isInstanceOf(DutyState.Required.class);
    assertThat(only("eu-nis2-23-4-b", facts).state()).isInstanceOf(DutyState.Required.class);
    assertThat(only("eu-gdpr-33-1", facts).state()).isInstanceOf(DutyState.NotRequired.class);
  }

  @Test
  void aControllerWithoutEstablishmentTellsEachOfThreeAuthorities() {
    var facts =
        breach()
            .with(Fact.ESTABLISHED_IN_EEA, Ternary.FALSE)
            .with(Fact.TARGETS_EEA_PEOPLE, Ternary.TRUE)
            .withEstablishments(List.of("US"))
            .withResidents(
                Map.of(
                    "DE",
                    Bounds.exactly(12),
                    "FR",
                    new Bounds(1, 5, 9),
                    "IT",
                    new Bounds(0, 1, 4),
                    "US",
                    Bounds.exactly(400)));
    var duties = all("eu-gdpr-33-1", facts);
    assertThat(duties)
        .extracting(d -> d.recipient().country(), d -> d.state().key())
        .containsExactly(
            tuple("DE", "required"), tuple("FR", "required"), tuple("IT", "undetermined"));
    assertThat(duties).allMatch(d -> d.clock().dueAt().isPresent());
    assertThat(duties.getLast().decides())
        .extracting(DecidingFact::key)
        .containsExactly("residents-IT");
    assertThat(only("eu-gdpr-27", facts).state()).isInstanceOf(DutyState.Required.class);
  }

  @Test
  void anEstablishedControllerTellsTheLeadAuthorityOnly() {
    var facts = breach().withResidents(Map.of("DE", Bounds.exactly(5), "FR", Bounds.exactly(5)));
    assertThat(only("eu-gdpr-33-1", facts).recipient().country()).isEqualTo("DE");
    assertThat(only("eu-gdpr-27", facts).state()).isInstanceOf(DutyState.NotApplicable.class);
  }

  @Test
  void aProcessorTellsTheControllerWithoutAnyRiskTest() {
    var facts =
        breach()
            .with(Fact.CONTROLLER, Ternary.FALSE)
            .with(Fact.PROCESSOR, Ternary.TRUE)
            .decided(Fact.RISK_UNLIKELY, Ternary.TRUE, "A. Example", "encrypted");
    var duty = only("eu-gdpr-33-2", facts);
    assertThat(duty.state()).isInstanceOf(DutyState.Required.class);
    assertThat(duty.clock().dueAt()).as("the law names no number").isEmpty();
    assertThat(duty.clock().policyTarget()).contains(AWARE.plusSeconds(24 * 3600));
    assertThat(duty.notes()).anyMatch(n -> n.contains("policy, not law"));
    assertThat(only("eu-gdpr-33-1", facts).state()).isInstanceOf(DutyState.NotApplicable.class);
  }

  @Test
  void aResidencyViolationWithoutLossIsNoBreachButATransferQuestion() {
    var facts =
        controller()
            .with(Fact.PERSONAL_DATA_INVOLVED, Ternary.TRUE)
            .with(Fact.CONFIDENTIALITY_LOST, Ternary.FALSE)
            .with(Fact.INTEGRITY_LOST, Ternary.FALSE)
            .with(Fact.AVAILABILITY_LOST, Ternary.FALSE)
            .with(Fact.RESIDENCY_VIOLATED, Ternary.TRUE);
    assertThat(only("eu-gdpr-33-1", facts).state()).isInstanceOf(DutyState.NotRequired.class);
    assertThat(only("eu-gdpr-44", facts).state()).isInstanceOf(DutyState.Required.class);
  }

  @Test
  void hallucinatedPersonalDataIsAQuestionOfAccuracyAndNoBreach() {
    var facts = breach().with(Fact.SYNTHETIC_ONLY, Ternary.TRUE);
    var notice = only("eu-gdpr-33-1", facts);
    assertThat(notice.state()).isInstanceOf(DutyState.NotRequired.class);
    assertThat(notice.notes()).anyMatch(n -> n.contains("5(1)(d)"));
    assertThat(only("eu-gdpr-5-1-d", facts).state()).isInstanceOf(DutyState.Required.class);
  }

  @Test
  void aPlainWebShopIsNoOnlineMarketplace() {
    var facts =
        entity()
            .with(Fact.ONLINE_MARKETPLACE, Ternary.FALSE)
            .with(Fact.OTHER_NIS2_SECTOR, Ternary.FALSE)
            .with(Fact.TRADE_SECRETS_TAKEN, Ternary.TRUE);
    assertThat(only("eu-nis2-23-4-a", facts).state()).isInstanceOf(DutyState.NotApplicable.class);
  }

  @Test
  void whetherItIsAMarketplaceUnknownMeansAskLegalAndNeverInScope() {
    var facts =
        entity()
            .with(Fact.ONLINE_MARKETPLACE, Ternary.UNKNOWN)
            .with(Fact.TRADE_SECRETS_TAKEN, Ternary.TRUE);
    var state = only("eu-nis2-23-4-a", facts).state();
    assertThat(state.key()).isEqualTo("undetermined");
    assertThat(state.why()).contains("ask legal");
  }

  @Test
  void anIntervalAcrossFivePercentIsUndeterminedAndTreatedAsRequired() {
    var facts = quietMarketplace(new Bounds(480, 540, 610), Bounds.exactly(10_000));
    var duty = only("eu-nis2-23-4-a", facts);
    assertThat(duty.state()).isEqualTo(new DutyState.Undetermined(duty.state().why(), true));
    assertThat(duty.notes()).anyMatch(n -> n.contains("treat as required"));
    assertThat(duty.decides())
        .extracting(DecidingFact::key)
        .containsExactly("union-users-data-compromised");
  }

  @Test
  void exactlyFivePercentIsNotMoreThanFivePercent() {
    var whole = Bounds.exactly(10_000);
    assertThat(only("eu-nis2-23-4-a", quietMarketplace(Bounds.exactly(500), whole)).state())
        .isInstanceOf(DutyState.NotRequired.class);
    assertThat(only("eu-nis2-23-4-a", quietMarketplace(Bounds.exactly(501), whole)).state())
        .isInstanceOf(DutyState.Required.class);
  }

  @Test
  void aMillionUsersSufficeWhereFivePercentWouldBeMore() {
    var whole = Bounds.exactly(40_000_000);
    assertThat(only("eu-nis2-23-4-a", quietMarketplace(Bounds.exactly(1_000_000), whole)).state())
        .isInstanceOf(DutyState.NotRequired.class);
    assertThat(only("eu-nis2-23-4-a", quietMarketplace(Bounds.exactly(1_000_001), whole)).state())
        .isInstanceOf(DutyState.Required.class);
  }

  @Test
  void aMaliciousCompromiseOfAMarketplaceCountsForAnyNumberOfUsers() {
    var facts =
        quietMarketplace(Bounds.exactly(1), Bounds.exactly(10_000))
            .with(Fact.CONFIDENTIALITY_LOST, Ternary.TRUE)
            .with(Fact.MALICIOUS_SUSPECTED, Ternary.TRUE);
    assertThat(only("eu-nis2-23-4-a", facts).state()).isInstanceOf(DutyState.Required.class);
  }

  @Test
  void unintelligibleDataNeedsNoMessageToPeopleButANoticeUnlessAPersonSeesNoRisk() {
    var facts =
        breach()
            .with(Fact.HIGH_RISK_LIKELY, Ternary.TRUE)
            .with(Fact.DATA_UNINTELLIGIBLE, Ternary.TRUE);
    assertThat(only("eu-gdpr-34-1", facts).state()).isInstanceOf(DutyState.NotRequired.class);
    assertThat(only("eu-gdpr-33-1", facts).state()).isInstanceOf(DutyState.Required.class);
    var decided = facts.decided(Fact.RISK_UNLIKELY, Ternary.TRUE, "A. Example", "key is safe");
    assertThat(only("eu-gdpr-33-1", decided).state()).isInstanceOf(DutyState.NotRequired.class);
  }

  @Test
  void aRiskNobodyDecidedIsNeverUnlikely() {
    var facts = breach().with(Fact.RISK_UNLIKELY, Ternary.TRUE);
    assertThat(facts.of(Fact.RISK_UNLIKELY)).isEqualTo(Ternary.UNKNOWN);
    assertThat(only("eu-gdpr-33-1", facts).state()).isInstanceOf(DutyState.Required.class);
  }

  @Test
  void theUnitedKingdomHasItsOwnClockAndRecipient() {
    var facts =
        breach()
            .with(Fact.ESTABLISHED_IN_UK, Ternary.TRUE)
            .with(Fact.ESTABLISHED_IN_EEA, Ternary.FALSE)
            .with(Fact.TARGETS_EEA_PEOPLE, Ternary.FALSE);
    var duty = only("uk-gdpr-33-1", facts);
    assertThat(duty.recipient().country()).isEqualTo("GB");
    var deadline = (Deadline.Hours) duty.clock().deadline().orElseThrow();
    assertThat(deadline.regulation1182()).as("Union law does not reach there").isEmpty();
    assertThat(only("eu-gdpr-33-1", facts).state()).isInstanceOf(DutyState.NotApplicable.class);
  }

  @Test
  void theFinalReportRunsFromTheNotificationAndNotFromAwareness() {
    var facts = entity().with(Fact.TRADE_SECRETS_TAKEN, Ternary.TRUE);
    var before = only("eu-nis2-23-4-d", facts);
    assertThat(before.clock().dueAt()).isEmpty();
    assertThat(before.clock().words()).isEqualTo("1 month from submission of eu-nis2-23-4-b");
    var milestones =
        Milestones.none()
            .withSubmission("eu-nis2-23-4-b", Instant.parse("2026-01-31T11:00:00Z"), "A. Example");
    var after =
        new DutyEngine(verified)
            .evaluate(facts, aware(), milestones, BERLIN, NOW, Set.of()).stream()
                .filter(d -> d.ruleId().equals("eu-nis2-23-4-d"))
                .findFirst()
                .orElseThrow();
    var dated = (Deadline.Dated) after.clock().deadline().orElseThrow();
    assertThat(dated.unshifted().atZone(BERLIN).toLocalDate()).isEqualTo("2026-03-01");
    assertThat(dated.shifted().atZone(BERLIN).toLocalDate()).isEqualTo("2026-03-03");
    assertThat(after.clock().dueAt()).contains(dated.unshifted());
  }

  @Test
  void theProposalIsSilentUnlessAskedForAndNeverLaw() {
    var id = "eu-gdpr-33-1-proposal";
    assertThat(all(id, breach())).isEmpty();
    var shown =
        new DutyEngine(verified)
            .evaluate(breach(), aware(), Milestones.none(), BERLIN, NOW, Set.of(id)).stream()
                .filter(d -> d.ruleId().equals(id))
                .toList();
    assertThat(shown).singleElement().matches(Duty::whatIf);
    assertThat(shown.getFirst().notes()).anyMatch(n -> n.startsWith("not law"));
  }

  @Test
  void aBreachBeforeTheRuleWasLawIsNotJudgedByIt() {
    var aware = Awareness.of(Instant.parse("2018-05-24T10:00:00Z"), "A. Example", "");
    assertThat(new DutyEngine(verified).evaluate(breach(), aware, BERLIN, NOW)).isEmpty();
  }

  static Facts controller() {
    return Facts.none()
        .withEstablishments(List.of("DE"))
        .with(Fact.CONTROLLER, Ternary.TRUE)
        .with(Fact.PROCESSOR, Ternary.FALSE)
        .with(Fact.ESTABLISHED_IN_EEA, Ternary.TRUE)
        .with(Fact.ESTABLISHED_IN_UK, Ternary.FALSE)
        .with(Fact.TARGETS_UK_PEOPLE, Ternary.FALSE);
  }

  static Facts breach() {
    return controller()
        .with(Fact.PERSONAL_DATA_INVOLVED, Ternary.TRUE)
        .with(Fact.CONFIDENTIALITY_LOST, Ternary.TRUE);
  }

  private static Facts entity() {
    return controller()
        .with(Fact.ONLINE_MARKETPLACE, Ternary.TRUE)
        .with(Fact.MEDIUM_OR_LARGER, Ternary.TRUE);
  }

  /// A marketplace in which only the number of users with compromised data is in question.
  private static Facts quietMarketplace(Bounds compromised, Bounds users) {
    return entity()
        .with(Fact.OTHER_NIS2_SECTOR, Ternary.FALSE)
        .with(Fact.TRADE_SECRETS_TAKEN, Ternary.FALSE)
        .with(Fact.DEATH_OR_HEALTH_DAMAGE, Ternary.FALSE)
        .with(Fact.UNAUTHORISED_ACCESS_SUCCEEDED, Ternary.TRUE)
        .with(Fact.MALICIOUS_SUSPECTED, Ternary.FALSE)
        .with(Fact.RECURRING_INCIDENTS, Ternary.FALSE)
        .with(Quantity.DIRECT_LOSS_EUR, Bounds.exactly(1_000))
        .with(Quantity.ANNUAL_TURNOVER_EUR, Bounds.exactly(50_000_000))
        .with(Quantity.UNION_USERS_WITHOUT_SERVICE, Bounds.ZERO)
        .with(Quantity.UNION_USERS_LIMITED_SERVICE, Bounds.ZERO)
        .with(Quantity.UNION_USERS_DATA_COMPROMISED, compromised)
        .with(Quantity.UNION_USERS, users);
  }

  private static Awareness aware() {
    return Awareness.of(AWARE, "A. Example", "triage confirmed");
  }

  private List<Duty> all(String ruleId, Facts facts) {
    return new DutyEngine(verified)
        .evaluate(facts, aware(), BERLIN, NOW).stream()
            .filter(d -> d.ruleId().equals(ruleId))
            .toList();
  }

  private Duty only(String ruleId, Facts facts) {
    var found = all(ruleId, facts);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
