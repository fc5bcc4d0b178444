package io.cofferdam.posture.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What looks like a fault and is none, and what looks well and is not: `look-alikes-*.yaml`, each
/// entry with its `control`, what it `is`, the `outcome`, words that the outcome `says`, and the
/// facts in the form of samples.
@Covers({"P-01", "P-03", "P-04", "P-05", "P-08", "P-12"})
class LookAlikesTest {
  private static final ControlCatalogue CATALOGUE = ControlCatalogue.shipped("aws");
  private static final List<String> FILES =
      List.of("look-alikes-data.yaml", "look-alikes-keys.yaml");

  /// One entry of a table.
  record Entry(String control, String is, String outcome, String says, JsonNode sample) {
    @Override
    public String toString() {
      return control + ": " + is;
    }
  }

  static Stream<Entry> entries() {
    var mapper = new ObjectMapper(new YAMLFactory());
    var entries = new ArrayList<Entry>();
    for (var file : FILES) {
      try (var stream = LookAlikesTest.class.getResourceAsStream(file)) {
        for (var each : mapper.readTree(Optional.ofNullable(stream).orElseThrow())) {
          entries.add(
              new Entry(
                  each.path("control").asText(),
                  each.path("is").asText(),
                  each.path("outcome").asText(),
                  each.path("says").asText(""),
                  each.path("sample")));
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
    return entries.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("entries")
  void isJudgedAsItIs(Entry entry) {
    var control =
        CATALOGUE.controls().stream()
            .filter(each -> each.id().equals(entry.control()))
            .findFirst()
            .orElseThrow();
    var outcome = new SampleScene(control, entry.sample()).outcome();
    assertThat(outcome.word()).as("%s", outcome).isEqualTo(entry.outcome());
    assertThat(outcome.toString()).contains(entry.says());
  }
}
