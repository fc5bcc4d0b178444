package io.cofferdam.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.json.JsonObject;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.testkit.Covers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@Covers("X-04")
class DeadLetterFileTest {

  @Test
  void aLetterSaysWhereAndWhyAndKeepsASample() {
    var out = new ByteArrayOutputStream();
    try (var file = new DeadLetterFile(out, 1 << 20)) {
      file.take(new LogInput(1, "a\"b\n!/c"), 3, 77, "odd \u00e9", new byte[] {1, (byte) 0xff});
    }
    var letter = JsonObject.parse(out.toByteArray());
    assertThat(letter.text("input")).isEqualTo("a\"b\n!/c");
    assertThat(letter.number("record", -1)).isEqualTo(3);
    assertThat(letter.number("offset", -1)).isEqualTo(77);
    assertThat(letter.text("reason")).isEqualTo("odd \u00e9");
    assertThat(Base64.getDecoder().decode(letter.text("sample"))).containsExactly(1, 0xff);
  }

  @Test
  void beyondItsSizeLettersAreOnlyCountedAndThatIsSaid() {
    var out = new ByteArrayOutputStream();
    var file = new DeadLetterFile(out, 1000);
    for (var i = 0; i < 50; i++) {
      file.take(new LogInput(1, "x"), i, i, "reason", new byte[9000]);
      file.take(new LogInput(1, "x"), i, i, "short", new byte[0]);
    }
    file.close();
    assertThat(file.kept() + file.notKept()).isEqualTo(100);
    assertThat(file.notKept()).isGreaterThan(80);
    var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize((int) file.kept() + 1);
    assertThat(lines.getLast()).startsWith("{\"notKept\":" + file.notKept());
  }
}
