package io.cofferdam.access.aws.estate.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reach.Reachers;
import io.cofferdam.access.aws.estate.reach.Step;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Standing;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.testkit.Covers;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The answers for all principals at once, against those for each, against the slow, obvious ones.
@Covers("P-02")
class WholeEstateTest {
  private static final int ESTATES = 200;

  @Test
  void reachersAreThoseWhoseReachHoldsTheActor() {
    int asOthers = 0;
    for (long seed = 0; seed < ESTATES; seed++) {
      Estate estate = RandomEstate.of(seed);
      NaiveClosure naive = new NaiveClosure(estate);
      Reachers reachers = new Reach(estate).reachers();
      List<String> principals = reachers.principals();
      for (int p = 0; p < principals.size(); p++) {
        Map<Actor, Verdict> reached = naive.from(principals.get(p));
        asOthers += reached.size() - 1;
        for (int place = 0; place < 2 * principals.size(); place++) {
          BitSet one = new BitSet();
          one.set(place);
          Verdict verdict =
              reachers.certain(one).get(p)
                  ? Verdict.YES
                  : reachers.any(one).get(p) ? Verdict.ONLY_IF : Verdict.NO;
          assertThat(verdict)
              .as("seed %d, %s to %s", seed, principals.get(p), reachers.actor(place))
              .isEqualTo(reached.getOrDefault(reachers.actor(place), Verdict.NO));
        }
      }
    }
    assertThat(asOthers).isGreaterThan(1_000);
  }

  @Test
  void holdersOfClearTextAgreeWithTheNaiveClosure() {
    for (long seed = 0; seed < ESTATES; seed++) {
      Estate estate = RandomEstate.of(seed);
      NaiveClosure naive = new NaiveClosure(estate);
      WhoCan whoCan = new WhoCan(estate);
      for (int b = 0; b < 2; b++) {
        String bucket = RandomEstate.bucket(b);
        WhoCanAnswer answer = whoCan.ask(Question.clearText(estate, bucket));
        for (String principal : estate.principals().keySet()) {
          assertThat(answer.verdict(principal))
              .as("seed %d, %s on %s", seed, principal, bucket)
              .isEqualTo(naive.clearText(principal, bucket));
        }
      }
    }
  }

  @Test
  void principalsOfOneClassAreToldApartWhereTheyDiffer() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    int differing = 0;
    for (long seed = 0; seed < ESTATES / 2; seed++) {
      Estate estate = AlikeEstate.of(seed);
      NaiveClosure naive = new NaiveClosure(estate);
      WhoCan whoCan = new WhoCan(estate);
      for (int b = 0; b < 2; b++) {
        String bucket = RandomEstate.bucket(b);
        Question question = Question.clearText(estate, bucket);
        WhoCanAnswer answer = whoCan.ask(question);
        Set<Verdict> ofOne = new HashSet<>();
        for (String principal : estate.principals().keySet()) {
          Verdict verdict = answer.verdict(principal);
          assertThat(verdict)
              .as("seed %d, %s on %s", seed, principal, bucket)
              .isEqualTo(naive.clearText(principal, bucket))
              .isEqualTo(whoCan.verdict(principal, question));
          seen.merge(verdict, 1, Integer::sum);
          ofOne.add(verdict);
        }
        differing += ofOne.size() > 1 ? 1 : 0;
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
    assertThat(seen.values()).allMatch(count -> count > 100);
    assertThat(differing).isGreaterThan(50);
  }

  @Test
  void matrixAgreesWithWhoCanAndWithEachPair() {
    Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
    for (long seed = 0; seed < ESTATES; seed++) {
      Estate estate = RandomEstate.of(seed);
      ReaderMatrix matrix = ReaderMatrix.of(new WhoCan(estate));
      WhoCan each = new WhoCan(estate);
      for (int b = 0; b < matrix.buckets().size(); b++) {
        Question question = Question.of("s3:GetObject", matrix.buckets().get(b));
        WhoCanAnswer answer = new WhoCan(estate).ask(question);
        for (int p = 0; p < matrix.principals().size(); p++) {
          String principal = matrix.principals().get(p);
          Verdict verdict = matrix.verdict(p, b);
          assertThat(verdict)
              .as("seed %d, %s on %s", seed, principal, matrix.buckets().get(b))
              .isEqualTo(answer.verdict(principal))
              .isEqualTo(each.verdict(principal, question));
          seen.merge(verdict, 1, Integer::sum);
        }
      }
    }
    assertThat(seen.keySet()).containsExactlyInAnyOrder(Verdict.values());
    assertThat(seen.values()).allMatch(count -> count > 100);
  }

  @Test
  void eachWayCanBeWalkedAndItsEndIsAllowed() {
    int longWays = 0;
    for (long seed = 0; seed < 100; seed++) {
      Estate estate = RandomEstate.of(seed);
      WhoCan whoCan = new WhoCan(estate);
      EstateDecider decider = new EstateDecider(estate);
      ReaderMatrix matrix = ReaderMatrix.of(new WhoCan(estate));
      for (int b = 0; b < matrix.buckets().size(); b++) {
        Question question = Question.of("s3:GetObject", matrix.buckets().get(b));
        for (int p = 0; p < matrix.principals().size(); p++) {
          String principal = matrix.principals().get(p);
          End end = whoCan.end(principal, question);
          if (matrix.verdict(p, b) == Verdict.NO) {
            continue;
          }
          List<Step> way = whoCan.reach().way(whoCan.reach().from(principal), end.actor());
          Verdict weakest = walk(decider, principal, way, end);
          for (Deed deed : end.deeds()) {
            weakest =
                weakest.and(decider.rule(deed.actor(), deed.operation(), deed.change()).verdict());
          }
          for (Step opening : end.openings()) {
            weakest = weakest.and(operations(decider, opening));
          }
          assertThat(weakest)
              .as("seed %d, %s on %s", seed, principal, matrix.buckets().get(b))
              .isGreaterThanOrEqualTo(matrix.verdict(p, b));
          longWays += way.size() > 1 ? 1 : 0;
        }
      }
    }
    assertThat(longWays).isGreaterThan(20);
  }

  /// Takes the steps in turn, each from an actor already reached.
  private static Verdict walk(EstateDecider decider, String principal, List<Step> way, End end) {
    Set<Actor> reached = new HashSet<>(Set.of(Actor.of(principal)));
    Verdict weakest = Verdict.YES;
    for (Step step : way) {
      assertThat(reached).contains(step.from());
      if (step.to().standing() == Standing.EMPOWERED) {
        assertThat(reached).contains(Actor.of(step.to().arn()));
      }
      weakest = weakest.and(operations(decider, step));
      reached.add(step.to());
    }
    assertThat(reached).contains(end.actor());
    return weakest;
  }

  private static Verdict operations(EstateDecider decider, Step step) {
    Verdict all = Verdict.YES;
    for (Operation operation : step.operations()) {
      all = all.and(decider.rule(step.from(), operation).verdict());
    }
    return all;
  }
}
