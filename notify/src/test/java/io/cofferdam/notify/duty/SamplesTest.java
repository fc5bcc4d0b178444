package io.cofferdam.notify.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.notify.rule.RuleCatalogue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs every sample beside every rule, once as verified and once as shipped.
class SamplesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final RuleCatalogue SHIPPED = RuleCatalogue.shipped();
  private static final RuleCatalogue VERIFIED = Samples.verified(SHIPPED);

  static Stream<Samples.Sample> samples() {
    return CatalogueFiles.rules().stream()
        .map(name -> CatalogueFiles.ROOT + name.replace(".yaml", ".samples.yaml"))
        .flatMap(name -> Samples.read(name).stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void verifiedRuleGivesTheExpectedState(Samples.Sample sample) {
    var duties = duties(VERIFIED, sample);
    assertThat(duties).hasSize(sample.recipients());
    assertThat(duties).allMatch(d -> d.state().key().equals(sample.expect()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void shippedRuleNeverClearsWhatItIsNotVerifiedFor(Samples.Sample sample) {
    var duties = duties(SHIPPED, sample);
    for (var duty : duties) {
      if (duty.rule().verification().mayClear()) {
        assertThat(duty.state().key()).isEqualTo(sample.expect());
      } else {
        assertThat(duty.state().mayBeOwed()).isTrue();
        assertThat(duty.state() instanceof DutyState.Required)
            .isEqualTo(sample.expect().equals("required"));
      }
    }
  }

  @Test
  void everyRuleHasASampleForRequiredAndNotOwedAndUndetermined() {
    for (var rule : SHIPPED.rules()) {
      var states = new TreeSet<String>();
      samples().filter(s -> s.ruleId().equals(rule.id())).forEach(s -> states.add(s.expect()));
      assertThat(states).as(rule.id()).contains("required", "undetermined");
      assertThat(states).as(rule.id()).containsAnyOf("not-required", "not-applicable");
    }
  }

  private static List<Duty> duties(RuleCatalogue catalogue, Samples.Sample sample) {
    return new DutyEngine(catalogue)
            .evaluate(
                sample.facts(),
                Awareness.none(),
                Milestones.none(),
                ZoneId.of("Europe/Berlin"),
                NOW,
                Set.of(sample.ruleId()))
            .stream()
            .filter(d -> d.ruleId().equals(sample.ruleId()))
            .toList();
  }
}
