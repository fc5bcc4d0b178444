package io.cofferdam.respond.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.playbook.Books;
import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What must be secured first is what the playbook names, and not what another playbook that is
/// called names in the same way.
@Covers("R-02")
class EvidenceBeforeTest {
  private static final Actor MARA = Actor.person("mara.lind");

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void onlyTheOwnStepSecures(Outcome own) {
    var run = new MadeRun(List.of(Books.read("evidence.yaml"), Books.read("evidence-part.yaml")));
    var called = settled(run, run.start(), own);
    var report = settled(run, called, Outcome.DONE);
    assertThat(report.stands().phase())
        .isEqualTo(own == Outcome.DONE ? RunPhase.WAITING : RunPhase.STOPPED);
    assertThat(report.stands().waiting())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.words())
                    .contains(own == Outcome.DONE ? "Delete" : "`action--capture` is not done"));
  }

  private static PlaybookRunner.Report settled(
      MadeRun run, PlaybookRunner.Report report, Outcome how) {
    var task = report.stands().waiting().getFirst().id();
    return run.runner().settle(MadeRun.ID, "P1", task, how, "told", Map.of(), MARA);
  }
}
