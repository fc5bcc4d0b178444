package io.cofferdam.notify.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.notify.facts.Facts;
import io.cofferdam.notify.rule.RuleCatalogue;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {
  @Test
  void nothingKnownLeavesEveryDutyUndeterminedAndWithoutDueDate() {
    var duties =
        new DutyEngine(RuleCatalogue.shipped())
            .evaluate(
                Facts.none(),
                Awareness.none(),
                ZoneId.of("Europe/Berlin"),
                Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(duties).isNotEmpty().allMatch(d -> d.state() instanceof DutyState.Undetermined);
    assertThat(duties).allMatch(d -> d.clock().dueAt().isEmpty());
    assertThat(duties).allMatch(d -> !d.decides().isEmpty());
    assertThat(duties).noneMatch(Duty::whatIf);
  }
}
