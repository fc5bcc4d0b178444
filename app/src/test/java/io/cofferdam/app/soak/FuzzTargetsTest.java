package io.cofferdam.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A hundred and fifty inputs of each reader with every build; the hour is in `scripts/soak.sh`.
@Covers("X-04")
class FuzzTargetsTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root", ".."));
  private static final Path DICTIONARY =
      ROOT.resolve("app/src/test/resources/io/cofferdam/app/soak/dictionary.txt");

  @TempDir static Path corpus;
  @TempDir Path findings;

  @BeforeAll
  static void seeds() throws IOException {
    new SeedCorpus(ROOT, corpus).write();
  }

  private static ShapeFuzz fuzz(FuzzTarget target, long seed) throws IOException {
    return new ShapeFuzz(
        target, seed, ShapeFuzz.seeds(corpus.resolve(target.name())), ShapeFuzz.words(DICTIONARY));
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(
      strings = {"logs", "archives", "packs", "notes", "policies", "data-map", "subject-index"})
  void noReaderIsBrokenByTheFirstInputs(String target) throws IOException {
    var outcome = fuzz(Targets.named(target), 7).run(0, Duration.ofSeconds(20), 150, findings);
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.executions()).isGreaterThan(20);
  }

  /// A target that cannot stand two braces in a row.
  private record Fragile() implements FuzzTarget {
    @Override
    public String name() {
      return "logs";
    }

    @Override
    public void feed(byte[] input) {
      var text = new String(input, StandardCharsets.ISO_8859_1);
      if (text.contains("[[[[")) {
        throw new IllegalStateException("planted");
      }
    }
  }

  @Test
  void aPlantedFaultIsFoundToldOnceAndMadeSmall() throws IOException {
    var outcome = fuzz(new Fragile(), 7).run(0, Duration.ofSeconds(60), 2000, findings);
    assertThat(outcome.findings()).hasSize(1);
    try (var files = Files.list(findings)) {
      var inputs = files.filter(file -> file.toString().endsWith(".input")).toList();
      assertThat(inputs).hasSize(1);
      assertThat(Files.readString(inputs.getFirst(), StandardCharsets.ISO_8859_1))
          .isEqualTo("[[[[");
    }
  }

  @Test
  void anInputFollowsFromSeedAndNumberAlone() throws IOException {
    var one = fuzz(new Fragile(), 7);
    var other = fuzz(new Fragile(), 7);
    for (var n : List.of(0L, 500L, 123_456L)) {
      assertThat(one.input(n)).isEqualTo(other.input(n));
    }
    assertThat(one.input(500)).isNotEqualTo(fuzz(new Fragile(), 8).input(500));
  }

  @Test
  void aRunGoesOnWhereTheLastOneStopped() throws IOException {
    var fuzz = fuzz(new NoteTarget(), 7);
    var first = fuzz.run(0, Duration.ofSeconds(60), 10, findings);
    var second = fuzz.run(first.position(), Duration.ofSeconds(60), 10, findings);
    assertThat(second.position()).isEqualTo(20);
    assertThat(second.executions()).isEqualTo(10);
  }
}
