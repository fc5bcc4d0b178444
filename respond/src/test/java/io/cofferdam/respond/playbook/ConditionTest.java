package io.cofferdam.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.testkit.Covers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("R-01")
class ConditionTest {
  private static final Map<String, String> VALUES = Map.of("__a__", "open", "__n__", "12");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "__a__:value = 'open' | TRUE",
        "__a__:value == 'closed' | FALSE",
        "__a__:value != 'closed' | TRUE",
        "__x__:value = 'open' | UNKNOWN",
        "NOT __x__:value = 'open' | UNKNOWN",
        "__x__:value = 'open' OR __a__:value = 'open' | TRUE",
        "__x__:value = 'open' AND __a__:value = 'open' | UNKNOWN",
        "__x__:value = 'open' AND __a__:value = 'closed' | FALSE",
        "__a__:value IN ('closed', 'open') | TRUE",
        "__x__:value IN ('closed', 'open') | UNKNOWN",
        "__n__:value > 11 AND __n__:value <= 12 | TRUE",
        "__n__:value < 12 OR __n__:value >= 13 | FALSE",
        "__a__:value > 3 | UNKNOWN",
        "NOT (__a__:value = 'open' AND __n__:value = 12) | FALSE",
        "__a__:value = 'open' OR __x__:value = 'y' AND __a__:value = 'closed' | TRUE"
      })
  void aConditionIsTrueFalseOrUnknown(String text, Truth expected) throws Exception {
    assertThat(ConditionParser.parse(text).holds(VALUES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "__a__:value | ends too early",
        "open = 'open' | compares `open`",
        "__a__:value = 'open' 'closed' | goes on with",
        "__a__:value ~ 'open' | cannot be read",
        "(__a__:value = 'open' | its end where `)`",
        "__a__:value LIKE 'o%' | compares by `LIKE`"
      })
  void whatIsNoConditionIsToldWithWords(String text, String words) {
    assertThatThrownBy(() -> ConditionParser.parse(text)).hasMessageContaining(words);
  }

  @Test
  void nestingHasALimit() {
    assertThatThrownBy(() -> ConditionParser.parse("(".repeat(30) + "1 = 1" + ")".repeat(30)))
        .hasMessageContaining("nested too deep");
  }
}
