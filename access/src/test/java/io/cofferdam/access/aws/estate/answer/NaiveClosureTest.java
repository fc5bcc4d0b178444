package io.cofferdam.access.aws.estate.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.testkit.Covers;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("P-02")
class NaiveClosureTest {
  private static final int ESTATES = 400;

  @Test
  void reachAndReadersAgreeWithTheNaiveClosure() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    int chains = 0;
    for (long seed = 0; seed < ESTATES; seed++) {
      Estate estate = RandomEstate.of(seed);
      NaiveClosure naive = new NaiveClosure(estate);
      WhoCan whoCan = new WhoCan(estate);
      for (String principal : estate.principals().keySet()) {
        Map<Actor, Verdict> reached = new HashMap<>();
        for (Reach.Arrival arrival : whoCan.reach().from(principal).values()) {
          reached.put(arrival.actor(), arrival.verdict());
        }
        assertThat(reached)
            .as("seed %d, from %s", seed, principal)
            .isEqualTo(naive.from(principal));
        chains += reached.size() > 2 ? 1 : 0;
        for (int b = 0; b < 2; b++) {
          String bucket = RandomEstate.bucket(b);
          Verdict verdict = whoCan.verdict(principal, Question.clearText(estate, bucket));
          assertThat(verdict)
              .as("seed %d, %s on %s", seed, principal, bucket)
              .isEqualTo(naive.clearText(principal, bucket));
          seen.merge(verdict, 1, Integer::sum);
        }
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
    assertThat(seen.values()).allMatch(count -> count > 100);
    assertThat(chains).isGreaterThan(100);
  }

  @Test
  void whatTakesItAwayDoesAndNothingSmallerDoes() {
    int removals = 0;
    int denies = 0;
    for (long seed = 0; seed < 150; seed++) {
      Estate estate = RandomEstate.of(seed);
      WhoCan whoCan = new WhoCan(estate);
      Question question = Question.of("s3:GetObject", RandomEstate.bucket(0));
      for (String principal : estate.principals().keySet()) {
        if (whoCan.verdict(principal, question) == Verdict.NO) {
          continue;
        }
        Removal removal = TakeAway.of(whoCan, principal, question);
        if (removal.whyNot().isEmpty()) {
          Estate after = Edits.without(estate, removal.statements());
          assertThat(new NaiveClosure(after).clearText(principal, RandomEstate.bucket(0)))
              .as("seed %d %s", seed, principal)
              .isEqualTo(Verdict.NO);
          for (Removable one : removal.statements()) {
            java.util.Set<Removable> fewer = new java.util.TreeSet<>(removal.statements());
            fewer.remove(one);
            assertThat(new WhoCan(Edits.without(estate, fewer)).verdict(principal, question))
                .as("seed %d %s without %s", seed, principal, one.words())
                .isNotEqualTo(Verdict.NO);
          }
          removals++;
        }
        denies += removal.deny().isPresent() ? 1 : 0;
      }
    }
    assertThat(removals).isGreaterThan(100);
    assertThat(denies).isGreaterThan(100);
  }
}
