package io.cofferdam.respond.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Covers("R-05")
class TopFieldsTest {
  private static final Map<String, String> KEY = Map.of("credentials", "accessKeyId");

  @Test
  void aTextAListAndAnObjectGiveTheirTexts() {
    assertThat(TopFields.texts("{\"x\":1,\"name\":\"a\\u0062\"}", "name", 9)).containsExactly("ab");
    assertThat(TopFields.texts("{\"name\":[\"a\",1,[\"n\"],{\"b\":\"c\"},\"d\"]}", "name", 9))
        .containsExactly("a", "d");
    assertThat(TopFields.texts("{\"name\":{\"a\":\"b\",\"c\":{\"d\":\"e\"}}}", "name", 9))
        .containsExactly("b");
  }

  @Test
  void onlyTheOuterFieldCountsAndTheLastOfTwo() {
    assertThat(TopFields.texts("{\"o\":{\"name\":\"x\"}}", "name", 9)).isEmpty();
    assertThat(TopFields.texts("{\"name\":\"x\",\"name\":\"y\"}", "name", 9)).containsExactly("y");
  }

  @Test
  void aListIsTakenUpToTheMost() {
    assertThat(TopFields.texts("{\"name\":[\"a\",\"b\",\"c\"]}", "name", 2))
        .containsExactly("a", "b");
  }

  @Test
  void whatIsNoObjectHoldsNone() {
    for (var json :
        new String[] {"", "[]", "\"a\"", "{", "{\"name\":\"a\"", "{\"name\":[\"a\"", "no"}) {
      assertThat(TopFields.texts(json, "name", 9)).as(json).isEmpty();
      assertThat(TopFields.inner(json, KEY)).as(json).isEmpty();
    }
  }

  @Test
  void innerTextsAreFoundOneLevelDown() {
    assertThat(
            TopFields.inner(
                "{\"credentials\":{\"deep\":{\"accessKeyId\":\"no\"},\"accessKeyId\":\"AKEY\"},\"b\":[1]}",
                KEY))
        .isEqualTo(Map.of("credentials", "AKEY"));
    assertThat(TopFields.inner("{\"credentials\":\"AKEY\"}", KEY)).isEmpty();
    assertThat(TopFields.inner("{\"credentials\":{\"accessKeyId\":{}}}", KEY)).isEmpty();
  }
}
