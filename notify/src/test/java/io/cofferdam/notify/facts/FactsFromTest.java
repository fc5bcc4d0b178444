package io.cofferdam.notify.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Organisation;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.origin.Origin;
import io.cofferdam.model.origin.OriginAnswer;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.ArtefactScope;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.Scope;
import io.cofferdam.model.scope.StoreScope;
import io.cofferdam.model.scope.SubjectCount;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the investigation's findings say in the law's terms, and what they leave open.
@Covers("N-01")
class FactsFromTest {
  private static final ResourceId BUCKET = ResourceId.bucket("shop-customers");
  private static final Origin ORIGIN =
      new Origin(List.of(OriginAnswer.UNDETERMINED), List.of(Reason.of("not asked")));

  @Test
  void nothingToldAndNothingFoundDecidesNothing() {
    var facts =
        FactsFrom.of(
            scope(Bounds.unknown(), List.of(), false),
            List.of(),
            ORIGIN,
            DataMap.empty(),
            Ternary.UNKNOWN);
    assertThat(Fact.values()).allMatch(f -> facts.of(f) == Ternary.UNKNOWN);
    assertThat(facts.of(Quantity.PEOPLE_AFFECTED)).isEqualTo(Bounds.unknown());
  }

  @Test
  void aReadByAStrangerIsALossOfConfidentiality() {
    var facts =
        facts(scope(new Bounds(3, 3, 3), subjects(), false), ExposureState.OPEN, Ternary.TRUE);
    assertThat(facts.of(Fact.CONFIDENTIALITY_LOST)).isEqualTo(Ternary.TRUE);
    assertThat(facts.of(Fact.PERSONAL_DATA_INVOLVED)).isEqualTo(Ternary.TRUE);
    assertThat(facts.of(Fact.SYNTHETIC_ONLY)).isEqualTo(Ternary.FALSE);
    assertThat(facts.of(Fact.RISK_UNLIKELY)).isEqualTo(Ternary.UNKNOWN);
    assertThat(facts.proposal(Fact.RISK_UNLIKELY)).contains(Ternary.FALSE);
    assertThat(facts.of(Fact.INTEGRITY_LOST)).isEqualTo(Ternary.UNKNOWN);
  }

  @Test
  void atLeastZeroWithIncompleteLogsIsUnknownAndWithoutProposal() {
    var facts =
        facts(scope(new Bounds(0, 0, 40), subjects(), false), ExposureState.OPEN, Ternary.FALSE);
    assertThat(facts.of(Fact.CONFIDENTIALITY_LOST)).isEqualTo(Ternary.UNKNOWN);
    assertThat(facts.proposal(Fact.RISK_UNLIKELY)).isEmpty();
  }

  @Test
  void completeLogsWithoutReadsOfAnOpenStoreProposeALowRiskAndDecideNothing() {
    var facts = facts(scope(Bounds.ZERO, List.of(), true), ExposureState.OPEN, Ternary.FALSE);
    assertThat(facts.of(Fact.CONFIDENTIALITY_LOST)).isEqualTo(Ternary.UNKNOWN);
    assertThat(facts.proposal(Fact.CONFIDENTIALITY_LOST)).contains(Ternary.FALSE);
    assertThat(facts.of(Fact.RISK_UNLIKELY)).isEqualTo(Ternary.UNKNOWN);
    assertThat(facts.proposal(Fact.RISK_UNLIKELY)).contains(Ternary.TRUE);
  }

  @Test
  void completeLogsAndNothingOpenIsNoLossOfConfidentiality() {
    var facts = facts(scope(Bounds.ZERO, List.of(), true), ExposureState.CLOSED, Ternary.FALSE);
    assertThat(facts.of(Fact.CONFIDENTIALITY_LOST)).isEqualTo(Ternary.FALSE);
    assertThat(facts.of(Fact.TRADE_SECRETS_TAKEN)).isEqualTo(Ternary.FALSE);
  }

  @Test
  void anUnknownExposureCountsAsPerhapsOpen() {
    var facts = facts(scope(Bounds.ZERO, List.of(), true), ExposureState.UNKNOWN, Ternary.FALSE);
    assertThat(facts.of(Fact.CONFIDENTIALITY_LOST)).isEqualTo(Ternary.UNKNOWN);
  }

  @Test
  void aTouchedResourceThatTheDataMapDoesNotKnowKeepsPersonalDataOpen() {
    var facts =
        FactsFrom.of(
            scope(Bounds.exactly(1), List.of(), false),
            List.of(),
            ORIGIN,
            DataMap.empty(),
            Ternary.TRUE);
    assertThat(facts.of(Fact.PERSONAL_DATA_INVOLVED)).isEqualTo(Ternary.UNKNOWN);
  }

  @Test
  void aStoreToldToHoldNothingOfPeopleIsNo() {
    var map = map(store(Ternary.FALSE, Ternary.UNKNOWN), shop());
    var facts =
        FactsFrom.of(
            scope(Bounds.exactly(1), List.of(), false), List.of(), ORIGIN, map, Ternary.TRUE);
    assertThat(facts.of(Fact.PERSONAL_DATA_INVOLVED)).isEqualTo(Ternary.FALSE);
  }

  @Test
  void takenWeightsAreATradeSecretUntilAPersonSaysOtherwise() {
    var artefact =
        new ArtefactScope(
            BUCKET, "weights", "v3", Bounds.exactly(2), 2, Ternary.TRUE, Ternary.TRUE, List.of());
    var scope =
        new Scope(
            Bounds.exactly(2),
            Bounds.ZERO,
            Bounds.ZERO,
            List.of(),
            List.of(),
            List.of(artefact),
            false,
            List.of(),
            List.of());
    var facts =
        FactsFrom.of(
            scope,
            List.of(),
            ORIGIN,
            map(store(Ternary.FALSE, Ternary.FALSE), shop()),
            Ternary.TRUE);
    assertThat(facts.of(Fact.TRADE_SECRETS_TAKEN)).isEqualTo(Ternary.TRUE);
    assertThat(facts.answer(Fact.TRADE_SECRETS_TAKEN).because().getFirst().text()).contains("v3");
    var decided = facts.decided(Fact.TRADE_SECRETS_TAKEN, Ternary.FALSE, "A. Example", "published");
    assertThat(decided.of(Fact.TRADE_SECRETS_TAKEN)).isEqualTo(Ternary.FALSE);
  }

  @Test
  void establishmentsAreOnlyDeniedWhereTheyAreListed() {
    var told = facts(scope(Bounds.ZERO, List.of(), false), ExposureState.OPEN, Ternary.UNKNOWN);
    assertThat(told.of(Fact.ESTABLISHED_IN_EEA)).isEqualTo(Ternary.TRUE);
    assertThat(told.of(Fact.ESTABLISHED_IN_UK)).isEqualTo(Ternary.FALSE);
    var unlisted =
        new Organisation(
            "Example",
            "US",
            List.of(),
            Ternary.UNKNOWN,
            Ternary.UNKNOWN,
            Ternary.TRUE,
            -1,
            "UTC",
            "",
            "");
    var facts =
        FactsFrom.of(
            scope(Bounds.ZERO, List.of(), false),
            List.of(),
            ORIGIN,
            map(store(Ternary.TRUE, Ternary.FALSE), unlisted),
            Ternary.UNKNOWN);
    assertThat(facts.of(Fact.ESTABLISHED_IN_EEA)).isEqualTo(Ternary.UNKNOWN);
    assertThat(facts.of(Fact.PROCESSOR)).isEqualTo(Ternary.FALSE);
  }

  @Test
  void peopleOfUnresolvedResidenceWidenOnlyTheUpperEndOfARegion() {
    var facts =
        facts(scope(Bounds.exactly(9), subjects(), false), ExposureState.OPEN, Ternary.TRUE);
    // DE: contact 10..20 and orders 5..30; GB 1..2; ZZ 0..7; 40 people at most.
    assertThat(facts.residents().get("DE")).isEqualTo(new Bounds(10, 15, 40));
    assertThat(facts.of(Quantity.PEOPLE_IN_EEA).atLeast()).isEqualTo(10);
    assertThat(facts.of(Quantity.PEOPLE_IN_EEA).atMost()).isEqualTo(40);
    assertThat(facts.of(Quantity.PEOPLE_IN_UK)).isEqualTo(new Bounds(1, 1, 9));
    assertThat(facts.of(Quantity.UNION_USERS)).isEqualTo(Bounds.exactly(120_000));
  }

  @Test
  void anUnintelligibleStoreIsOnlyBelievedWhenEveryPossibleStoreIs() {
    var scope = scope(Bounds.exactly(1), List.of(), false);
    var yes =
        FactsFrom.of(
            scope, List.of(), ORIGIN, map(store(Ternary.TRUE, Ternary.TRUE), shop()), Ternary.TRUE);
    var no =
        FactsFrom.of(
            scope,
            List.of(),
            ORIGIN,
            map(store(Ternary.TRUE, Ternary.FALSE), shop()),
            Ternary.TRUE);
    var unknown =
        FactsFrom.of(
            scope,
            List.of(),
            ORIGIN,
            map(store(Ternary.TRUE, Ternary.UNKNOWN), shop()),
            Ternary.TRUE);
    assertThat(yes.of(Fact.DATA_UNINTELLIGIBLE)).isEqualTo(Ternary.TRUE);
    assertThat(no.of(Fact.DATA_UNINTELLIGIBLE)).isEqualTo(Ternary.FALSE);
    assertThat(unknown.of(Fact.DATA_UNINTELLIGIBLE)).isEqualTo(Ternary.UNKNOWN);
  }

  @Test
  void aDecisionNeedsAName() {
    assertThatThrownBy(() -> Facts.none().decided(Fact.RISK_UNLIKELY, Ternary.TRUE, " ", "why"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Facts facts(Scope scope, ExposureState state, Ternary evidence) {
    var window =
        new Window(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-02T00:00:00Z"));
    var exposure =
        new Exposure(BUCKET, "111122223333", new Audience.Anyone(), window, state, List.of());
    return FactsFrom.of(
        scope,
        List.of(exposure),
        ORIGIN,
        map(store(Ternary.TRUE, Ternary.FALSE), shop()),
        evidence);
  }

  private static Scope scope(Bounds objects, List<SubjectCount> subjects, boolean noEvidence) {
    var store =
        new StoreScope(BUCKET, StoreRole.CUSTOMER_STORE, objects, Bounds.unknown(), List.of());
    var people = subjects.isEmpty() ? Bounds.unknown() : new Bounds(11, 16, 40);
    return new Scope(
        objects,
        people,
        Bounds.unknown(),
        List.of(store),
        subjects,
        List.of(),
        noEvidence,
        List.of(),
        List.of());
  }

  private static List<SubjectCount> subjects() {
    return List.of(
        new SubjectCount("DE", "contact", new Bounds(10, 15, 20), List.of()),
        new SubjectCount("DE", "orders", new Bounds(5, 6, 30), List.of()),
        new SubjectCount("GB", "contact", new Bounds(1, 1, 2), List.of()),
        new SubjectCount("ZZ", "contact", new Bounds(0, 0, 7), List.of()));
  }

  private static Store store(Ternary personal, Ternary encrypted) {
    return new Store(
        "customers",
        BUCKET,
        "",
        StoreRole.CUSTOMER_STORE,
        List.of("contact"),
        personal,
        Map.of(),
        List.of(),
        List.of(),
        "",
        encrypted,
        -1,
        List.of());
  }

  private static Organisation shop() {
    return new Organisation(
        "Example Shop GmbH",
        "DE",
        List.of("DE"),
        Ternary.TRUE,
        Ternary.TRUE,
        Ternary.TRUE,
        120_000,
        "Europe/Berlin",
        "Data protection officer",
        "dpo@shop.example");
  }

  private static DataMap map(Store store, Organisation organisation) {
    return new DataMap(
        organisation,
        List.of("111122223333"),
        List.of(),
        List.of(store),
        Optional.empty(),
        List.of());
  }
}
