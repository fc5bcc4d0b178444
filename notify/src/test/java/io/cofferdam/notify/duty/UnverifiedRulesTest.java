package io.cofferdam.notify.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.Ternary;
import io.cofferdam.notify.facts.Answer;
import io.cofferdam.notify.facts.Fact;
import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.rule.RuleCatalogue;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// A rule whose text nobody checked may add a duty, and never clears one.
@Covers("N-01")
class UnverifiedRulesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private final RuleCatalogue shipped = RuleCatalogue.shipped();
  private final RuleCatalogue verified = Samples.verified(shipped);

  @Property(tries = 1000)
  void noAnswersClearAnUnverifiedRuleAndRequiredIsTheSame(@ForAll("facts") Facts facts) {
    var asShipped = new DutyEngine(shipped).evaluate(facts, Awareness.none(), BERLIN, NOW);
    var asVerified = new DutyEngine(verified).evaluate(facts, Awareness.none(), BERLIN, NOW);
    assertThat(asShipped).hasSameSizeAs(asVerified);
    for (int i = 0; i < asShipped.size(); i++) {
      var duty = asShipped.get(i);
      assertThat(duty.rule().verification().mayClear() || duty.state().mayBeOwed()).isTrue();
      assertThat(duty.state() instanceof DutyState.Required)
          .isEqualTo(asVerified.get(i).state() instanceof DutyState.Required);
    }
  }

  @Property(tries = 500)
  void anOpenAnswerNeverClearsWhatAnAnswerWouldRequire(@ForAll("facts") Facts facts) {
    var now = new DutyEngine(verified).evaluate(facts, Awareness.none(), BERLIN, NOW);
    var open = new EnumMap<Fact, Answer>(Fact.class);
    facts
        .answers()
        .forEach(
            (f, a) -> {
              if (f.key().length() % 2 == 0) {
                open.put(f, a);
              }
            });
    var fewer = new Facts(open, Map.of(), Map.of(), facts.establishments(), List.of(), List.of());
    var before = new DutyEngine(verified).evaluate(fewer, Awareness.none(), BERLIN, NOW);
    for (var duty : before) {
      var later = now.stream().filter(d -> d.ruleId().equals(duty.ruleId())).toList();
      if (duty.state() instanceof DutyState.NotRequired
          || duty.state() instanceof DutyState.NotApplicable) {
        assertThat(later).noneMatch(d -> d.state() instanceof DutyState.Required);
      }
    }
  }

  @Test
  void aClearedReadingAsksForTheCheckOfTheText() {
    var facts =
        ThresholdTrapsTest.controller()
            .with(Fact.PERSONAL_DATA_INVOLVED, Ternary.FALSE)
            .with(Fact.CONFIDENTIALITY_LOST, Ternary.TRUE);
    var duty = notice(shipped, facts);
    assertThat(duty.state().key()).isEqualTo("undetermined");
    assertThat(duty.state().why()).contains("by our reading not required").contains("cannot clear");
    assertThat(duty.decides()).extracting(DecidingFact::key).containsExactly("verify-eu-gdpr-33-1");
  }

  @Test
  void aNamedLawyersCheckLetsTheRuleClear() {
    var facts = ThresholdTrapsTest.controller().with(Fact.PERSONAL_DATA_INVOLVED, Ternary.FALSE);
    var checked = shipped.verified("eu-gdpr-33-1", "A. Example", LocalDate.of(2026, 11, 1));
    assertThat(notice(checked, facts).state()).isInstanceOf(DutyState.NotRequired.class);
    assertThat(checked.rule("eu-gdpr-33-1").orElseThrow().verification().by())
        .isEqualTo("A. Example");
    assertThat(notice(checked, facts).notes()).noneMatch(n -> n.contains("not reviewed"));
  }

  @Provide
  Arbitrary<Facts> facts() {
    return Arbitraries.maps(Arbitraries.of(Fact.class), Arbitraries.of(Ternary.class))
        .ofMaxSize(Fact.values().length)
        .map(
            answers -> {
              var facts = Facts.none().withEstablishments(List.of("DE"));
              for (var entry : answers.entrySet()) {
                facts = facts.decided(entry.getKey(), entry.getValue(), "A. Example", "test");
              }
              return facts;
            });
  }

  private static Duty notice(RuleCatalogue catalogue, Facts facts) {
    return new DutyEngine(catalogue)
        .evaluate(facts, Awareness.none(), BERLIN, NOW).stream()
            .filter(d -> d.ruleId().equals("eu-gdpr-33-1"))
            .findFirst()
            .orElseThrow();
  }
}
