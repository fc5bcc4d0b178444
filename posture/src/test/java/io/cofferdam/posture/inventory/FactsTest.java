package io.cofferdam.posture.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("P-01")
class FactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// S3 tells no constraint, or an empty one, for a bucket in us-east-1.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"location": {"LocationConstraint": "eu-west-1"}} | eu-west-1
          {"location": {"LocationConstraint": ""}}          | us-east-1
          {"location": {}}                                  | us-east-1
          {}                                                | nothing
          """)
  void aWordStandsForAMemberThatIsLeftOutOrEmpty(String facts, String filled)
      throws JsonProcessingException {
    assertThat(
            Facts.fill("{location.LocationConstraint|us-east-1}", JSON.readTree(facts), "a", "r")
                .orElse("nothing"))
        .isEqualTo(filled);
  }
}
