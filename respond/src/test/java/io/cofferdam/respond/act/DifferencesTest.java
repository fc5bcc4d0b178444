package io.cofferdam.respond.act;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.respond.spi.ActState;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-03")
class DifferencesTest {
  private static ActState state(String name, String value) {
    return new ActState(JsonNodeFactory.instance.objectNode().put(name, value).put("same", 1));
  }

  @Test
  void whatChangedSinceThePlanIsShownWithAllThreeValues() {
    assertThat(
            Differences.sincePlanned(
                state("door", "open"), state("door", "shut"), state("door", "ajar")))
        .containsExactly("/door: \"open\" when planned, \"shut\" by the plan, \"ajar\" now");
    assertThat(
            Differences.sincePlanned(
                state("lamp", "on"), state("lamp", "on"), state("lamp", "off")))
        .containsExactly("/lamp: \"on\" when planned, which the plan leaves, \"off\" now");
    assertThat(Differences.sincePlanned(state("a", "x"), state("a", "x"), state("b", "x")))
        .containsExactly(
            "/a: \"x\" when planned, which the plan leaves, nothing now",
            "/b: nothing when planned, which the plan leaves, \"x\" now");
  }

  @Test
  void longValuesAreShownFromWhereTheyPart() {
    var alike = "a".repeat(500);
    assertThat(Differences.of(state("policy", alike + "ALLOW"), state("policy", alike + "DENY")))
        .singleElement()
        .asString()
        .contains("ALLOW", "DENY")
        .hasSizeLessThan(200);
    var torn = "\uD83D\uDE00".repeat(300);
    assertThat(Differences.of(state("policy", torn + "x"), state("policy", torn + "y")).toString())
        .matches(text -> text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }
}
