package io.cofferdam.access.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.Because;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.question.DecideQuestion;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.testkit.Covers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every case of the suite, as its document of AWS gives the answer.
@Covers({"P-01", "P-02"})
class CaseSuiteTest {
  private static final List<AccessCase> CASES = CaseFiles.all();
  private static final Map<String, String> DISPUTED = DisputedCases.all();

  /// How many cases each finished family has at least.
  private static final Map<String, Integer> MINIMUMS =
      Map.of("ceilings", 250, "kms", 150, "operators", 300, "s3", 250, "trust", 150);

  static List<AccessCase> cases() {
    return CASES;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void caseComesOutAsDocumented(AccessCase one) {
    Decision decision = decide(one.line());
    String answer = decision.getClass().getSimpleName();
    String disputed = DISPUTED.get(one.id());
    if (disputed != null) {
      assertThat(answer)
          .as("settled, so its line leaves DISPUTED.md: %s", one)
          .isNotEqualTo(one.expected());
      assertThat(answer).as("as DISPUTED.md has it: %s", one).isEqualTo(disputed);
      return;
    }
    assertThat(answer)
        .as(
            "`%s`: %s, by %s%n%s%n%s",
            one, one.about(), one.source(), one.line(), reasons(decision))
        .isEqualTo(one.expected());
    assertThat(reasons(decision)).as("%s: says why, %s", one, decision).isNotEmpty();
    assertThat(String.join("\n", reasons(decision))).contains(one.because());
  }

  private static Decision decide(String line) {
    return switch (DecideQuestion.read(line)) {
      case QuestionReading.Read<DecideQuestion> read ->
          Decider.decide(read.question().request(), read.question().policies());
      case QuestionReading.Refused<DecideQuestion> refused ->
          throw new AssertionError(refused.problems() + "\n" + line);
    };
  }

  private static List<String> reasons(Decision decision) {
    Stream<String> because = decision.because().stream().map(CaseSuiteTest::reason);
    return decision instanceof Decision.Unknown unknown
        ? Stream.concat(unknown.residual().stream(), because).toList()
        : because.toList();
  }

  private static String reason(Because because) {
    return because.layer() + " " + because.statement() + ": " + because.sentence();
  }

  @Test
  void everyFamilyHasAtLeastItsMinimum() {
    Map<String, Long> counts =
        CASES.stream()
            .collect(
                Collectors.groupingBy(AccessCase::family, TreeMap::new, Collectors.counting()));
    MINIMUMS.forEach(
        (family, least) ->
            assertThat(counts.getOrDefault(family, 0L))
                .as("cases of %s", family)
                .isGreaterThanOrEqualTo(least));
  }

  @Test
  void everyCaseNamesItsSource() {
    assertThat(CASES).allSatisfy(one -> assertThat(one.source()).contains(" (https://"));
  }

  @Test
  void noTwoCasesOfAFamilyHaveOneName() {
    assertThat(CASES).extracting(one -> one.family() + "/" + one.name()).doesNotHaveDuplicates();
  }

  @Test
  void noTwoCasesOfAFamilyAskTheSame() {
    assertThat(CASES).extracting(one -> one.family() + " " + one.line()).doesNotHaveDuplicates();
  }

  @Test
  void everyDisputedCaseExists() {
    assertThat(CASES.stream().map(AccessCase::id)).containsAll(DISPUTED.keySet());
  }
}
