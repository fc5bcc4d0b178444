package io.cofferdam.evidence.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void membersAreSortedByUtf16AsRfc8785Section323Shows() {
    var one = Json.of(1);
    var keys = List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6");
    var members = new java.util.HashMap<String, Json>();
    keys.forEach(key -> members.put(key, one));
    assertThat(new Json.Members(members).canonical())
        .isEqualTo(
            "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\ufb33\":1}");
  }

  @Test
  void controlCharactersAreEscapedTheShortestWay() {
    assertThat(Json.of("\u20ac$\u000f\nA'B\"\\\\\"/\u0000").canonical())
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\u0000\"");
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatThrownBy(() -> Json.of("a\ud800b").canonical())
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("position `1`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}{}",
        "1.5",
        "1e3",
        "9007199254740992",
        "{\"a\":1,\"a\":2}",
        "[1,]",
        "NaN",
        "\"a",
        "{\"a\"}",
        "// c\n1",
        "99999999999999999999",
        "'a'",
        "[",
        "{\"a\":",
        "[1"
      })
  void whatIsNotStrictJsonIsRefused(String text) {
    assertThatThrownBy(() -> JsonReader.read(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThatThrownBy(() -> JsonReader.read("[".repeat(100_000).getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThatThrownBy(() -> JsonReader.read(new byte[] {'"', (byte) 0xC3, '"'}))
        .isInstanceOf(IOException.class);
  }

  @Test
  void everyKindOfValueIsReadBack() throws IOException {
    var value =
        new Json.Members(
            Map.of(
                "a",
                new Json.Array(List.of(Json.of(-3), new Json.Truth(true), new Json.Nothing())),
                "b",
                Json.of("x")));
    assertThat(JsonReader.read(value.canonicalBytes())).isEqualTo(value);
  }

  @Property(tries = 500)
  void anyTextIsReadBackAsItWas(@ForAll String text) throws IOException {
    var whole = new String(text.getBytes(UTF_8), UTF_8);
    assertThat(JsonReader.read(Json.of(whole).canonicalBytes())).isEqualTo(Json.of(whole));
  }

  @Property(tries = 1000)
  void noBytesCrashTheReader(@ForAll byte[] bytes) {
    try {
      JsonReader.read(bytes);
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }
}
