package io.cofferdam.access.aws.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every line of `decisions.txt`, which is written from the AWS documentation.
@Covers({"P-01", "P-02"})
class DecisionCasesTest {
  private static List<DecisionCase> cases() throws IOException {
    try (InputStream in = DecisionCasesTest.class.getResourceAsStream("decisions.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(DecisionCase::parse)
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseComesOutAsDocumented() throws IOException {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      Decision decision = Decider.decide(one.request(), one.policies());
                      assertThat(decision.getClass().getSimpleName())
                          .as("%s", decision)
                          .isEqualTo(one.expected());
                      assertThat(decision.because().isEmpty() && !one.expected().equals("Unknown"))
                          .as("says why: %s", decision)
                          .isFalse();
                    }));
  }

  @Test
  void thereAreAtLeastAHundredCasesOfDifferentNames() throws IOException {
    assertThat(cases().stream().map(DecisionCase::name).distinct())
        .hasSizeGreaterThanOrEqualTo(100)
        .hasSize(cases().size());
  }
}
