package io.cofferdam.respond.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.Narrowing;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.time.Window;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A question is asked once, for all stores that raise it.
@Covers("R-05")
class QuestionsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Spans FIRST = hours(0, 1);
  private static final Spans SECOND = hours(1, 2);

  private final Questions questions = new Questions();

  private static Spans hours(int from, int until) {
    return Spans.of(
        List.of(new Window(START.plusSeconds(from * 3600L), START.plusSeconds(until * 3600L))));
  }

  @Test
  void twoStoresAskOnceForTheJointTimeAndGain() {
    questions.about("weights", FIRST).ask("logs of {names} for {when}", "shows reads", 3);
    questions.about("training", SECOND).ask("logs of {names} for {when}", "shows reads", 4);
    assertThat(questions.bestFirst(9))
        .containsExactly(
            new Narrowing(
                "logs of weights and training for 2026-03-01T00:00:00Z to 2026-03-01T02:00:00Z",
                "shows reads",
                7));
  }

  @Test
  void aQuestionMayBeAboutNoStore() {
    questions.ask("a data map", "counts people", 2);
    assertThat(questions.bestFirst(9))
        .containsExactly(new Narrowing("a data map", "counts people", 2));
  }

  @Test
  void countsAreAddedUp() {
    questions.about("weights", FIRST).count("networks", "decides on {count} of {names}", 1, 5);
    questions.about("training", FIRST).count("networks", "decides on {count} of {names}", 1, 6);
    assertThat(questions.bestFirst(9).getFirst().effect())
        .isEqualTo("decides on 11 of weights and training");
  }

  @Test
  void aGainWithoutLimitStaysOneAndComesFirst() {
    questions.about("a", FIRST).ask("few", "x", 10);
    questions.about("a", FIRST).ask("many", "x", Bounds.UNBOUNDED - 2);
    questions.about("b", FIRST).ask("many", "x", Bounds.UNBOUNDED - 2);
    assertThat(questions.bestFirst(1))
        .containsExactly(new Narrowing("many", "x", Bounds.UNBOUNDED - 2));
  }

  @Test
  void ofManyStoresSomeAreNamedAndTheRestCounted() {
    for (int i = 0; i < 40; i++) {
      questions.about("s" + i, FIRST).ask("logs of {names}", "x", 1);
    }
    assertThat(questions.bestFirst(1).getFirst().input()).endsWith("s6, s7 and 32 more");
  }

  @Test
  void aStoreWhoseNameLooksLikeAPlaceholderIsNamedAsItIs() {
    questions.about("{when}", FIRST).ask("logs of {names}", "x", 1);
    assertThat(questions.bestFirst(1).getFirst().input()).isEqualTo("logs of {when}");
  }
}
