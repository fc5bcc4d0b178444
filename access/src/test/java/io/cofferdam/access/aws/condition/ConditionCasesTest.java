package io.cofferdam.access.aws.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.PolicyVersion;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every line of `conditions.txt`, which is written from the AWS documentation.
class ConditionCasesTest {
  private static List<String> lines() throws IOException {
    try (InputStream in =
        ConditionCasesTest.class.getResourceAsStream(
            "/io/cofferdam/access/aws/decide/conditions.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseComesOutAsDocumented() throws IOException {
    return lines().stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> assertThat(outcome(line)).isTrue()));
  }

  @Test
  void thereAreAtLeastAHundredAndFiftyCases() throws IOException {
    assertThat(lines()).hasSizeGreaterThanOrEqualTo(150);
  }

  private static boolean outcome(String line) {
    String[] fields = line.split(" \\| ", -1);
    ConditionOperator operator = ConditionOperator.parse(fields[0]).orElseThrow();
    List<Template> values =
        Arrays.stream(fields[1].contains("'") ? new String[] {fields[1]} : fields[1].split(",", -1))
            .map(value -> Template.of(value, PolicyVersion.V2012_10_17))
            .toList();
    Map<String, KeyState> keys = new HashMap<>();
    keys.put("aws:PrincipalTag/team", KeyState.of("red"));
    keys.put("aws:PrincipalTag/star", KeyState.of("*"));
    keys.put("aws:PrincipalTag/secret", KeyState.UNKNOWN);
    keys.put(
        "test:key",
        switch (fields[2]) {
          case "absent" -> KeyState.ABSENT;
          case "unknown" -> KeyState.UNKNOWN;
          case "empty" -> new KeyState.Present(List.of());
          default -> new KeyState.Present(List.of(fields[2].split(",", -1)));
        });
    Ternary actual =
        ConditionEvaluator.evaluate(
            new Condition(operator, "test:key", "test:Key", values),
            new RequestContext(keys, true));
    return actual == Ternary.valueOf(fields[3].strip().toUpperCase(Locale.ROOT));
  }
}
