package io.cofferdam.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Whatever a document holds, reading and checking it ends soon, with flaws and no exception.
@Covers("R-01")
class HostilePlaybookTest {
  @Property(tries = 500)
  void anyTextIsReadToItsEnd(@ForAll String text) {
    assertThat(Books.flaws(text)).isNotEmpty();
  }

  @Property(tries = 1500)
  void aPlaybookWithLinesMovedCutOrDoubledIsReadToItsEnd(@ForAll long seed) {
    var random = new Random(seed);
    var lines = Books.text("whole.yaml").lines().toList();
    var text = new StringBuilder();
    for (var line : lines) {
      switch (random.nextInt(60)) {
        case 0 -> text.append(lines.get(random.nextInt(lines.size()))).append('\n');
        case 1 -> text.append(line).append('\n').append(line).append('\n');
        case 2 -> text.append(line, 0, random.nextInt(line.length() + 1)).append('\n');
        default -> text.append(line).append('\n');
      }
    }
    Books.flaws(text.toString());
  }

  @Property(tries = 1000)
  void anyConditionIsReadOrRefused(@ForAll String text) throws Exception {
    try {
      ConditionParser.parse(text);
    } catch (ConditionParser.Unparsable refused) {
      assertThat(refused.words()).isNotEmpty();
    }
  }

  @Test
  void depthLengthAndNumberHaveLimits() {
    assertThat(Books.flaws("[".repeat(100_000)).getFirst().kind()).isEqualTo(FlawKind.NO_DOCUMENT);
    assertThat(Books.flaws("{\"a\":".repeat(500)).getFirst().kind())
        .isEqualTo(FlawKind.NO_DOCUMENT);
    assertThat(Books.flaws("a: " + "x".repeat(DocReader.MAX_CHARS)).getFirst().kind())
        .isEqualTo(FlawKind.TOO_LARGE);
    assertThat(Books.flaws("[" + "1,".repeat(60_000) + "1]").getFirst().kind())
        .isEqualTo(FlawKind.TOO_LARGE);
    var steps = new StringBuilder(Books.text("whole.yaml"));
    for (int i = 0; i < 600; i++) {
      steps.append("  end--x").append(i).append(": {type: end}\n");
    }
    assertThat(Books.flaws(steps.toString()).stream().map(Flaw::kind)).contains(FlawKind.TOO_LARGE);
    assertThat(Books.flaws("condition: " + "NOT ".repeat(100))).isNotEmpty();
  }

  @Test
  void aMessageShowsNoControlCharacters() {
    assertThat(Books.flaws("\"\\u001b[2J\": 1"))
        .isNotEmpty()
        .allSatisfy(flaw -> assertThat(flaw.line()).doesNotContain("\u001b"));
  }
}
