package io.cofferdam.respond.export.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.cofferdam.respond.playbook.Flaw;
import io.cofferdam.respond.spi.ServiceModel;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each mistake planted alone into a sound document is found, and sound documents are let be.
@Covers("R-09")
class SsmPlantedTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /// A small part of two services, so that this room needs no vendor's client.
  private static final ServiceModel FEW =
      new ServiceModel() {
        private final Map<String, Map<String, Set<String>>> members =
            Map.of(
                "ec2", Map.of("DescribeInstances", Set.of("InstanceIds", "Filters")),
                "cloudtrail", Map.of("GetTrailStatus", Set.of("Name")));

        @Override
        public Set<String> operations(String service) {
          return members.getOrDefault(service, Map.of()).keySet();
        }

        @Override
        public List<String> misfits(String service, String operation, JsonNode parameters) {
          var known = Objects.requireNonNull(members.get(service)).get(operation);
          var misfits = new ArrayList<String>();
          parameters
              .fieldNames()
              .forEachRemaining(
                  name -> {
                    if (!Objects.requireNonNull(known).contains(name)) {
                      misfits.add("`/" + name + "` is no member [" + known + "]");
                    }
                  });
          return misfits;
        }
      };

  /// @param also kinds of flaws that follow from the mistake
  record Planted(String name, String kind, String from, String to, String says, Set<String> also) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Planted> planted() throws IOException {
    var planted = new ArrayList<Planted>();
    for (var each : YAML.readTree(text("planted.yaml"))) {
      var also = new TreeSet<String>();
      each.path("also").forEach(kind -> also.add(kind.asText()));
      planted.add(
          new Planted(
              each.path("name").asText(),
              each.path("kind").asText(),
              each.path("from").asText(),
              each.path("to").asText(),
              each.path("says").asText(),
              also));
    }
    return planted.stream();
  }

  private static String text(String name) throws IOException {
    try (var in = SsmPlantedTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("planted")
  void isFound(Planted planted) throws IOException {
    var sound = text("sound/whole.yaml");
    var at = sound.indexOf(planted.from());
    assertThat(at).as("the sound document has `%s`", planted.from()).isNotNegative();
    var broken =
        sound.substring(0, at) + planted.to() + sound.substring(at + planted.from().length());
    var flaws = new SsmCheck(FEW).of("planted", broken);
    assertThat(flaws)
        .filteredOn(flaw -> flaw.kind().word().equals(planted.kind()))
        .as("%s", flaws)
        .isNotEmpty()
        .anySatisfy(flaw -> assertThat(flaw.line()).contains(planted.says()))
        .allSatisfy(flaw -> assertThat(flaw.words()).contains("["));
    assertThat(flaws)
        .filteredOn(flaw -> !planted.also().contains(flaw.kind().word()))
        .extracting(flaw -> flaw.kind().word())
        .as("%s", flaws)
        .containsOnly(planted.kind());
  }

  @Test
  void thereAreManyKinds() throws IOException {
    assertThat(planted().count()).isGreaterThanOrEqualTo(30);
    assertThat(planted().map(Planted::kind).distinct().count()).isGreaterThanOrEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whole.yaml", "reads-only.json", "image.yaml", "each.yaml", "stack.json"})
  void aSoundDocumentIsLetBe(String name) throws IOException {
    assertThat(new SsmCheck(FEW).of(name, text("sound/" + name))).extracting(Flaw::line).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "mainSteps: 3",
        "{\"mainSteps\": [[], 1, null, {\"inputs\": []}]}",
        "mainSteps: [{name: a, action: aws:loop, inputs: {Steps: [{name: a, action: aws:branch}]}}]",
        "mainSteps: [{name: a, action: aws:branch, inputs: {Choices: [1, {And: [[]]}, {Not: 3}]}}]",
        "parameters: {a: {type: [], default: {}, allowedPattern: '(((((a*)*)*)*)*'}}"
      })
  void anythingIsToldAndNothingIsThrown(String text) {
    assertThat(new SsmCheck(FEW).of("odd", text)).isNotEmpty();
  }

  /// Lines lost, doubled and exchanged, characters lost: whatever comes of it is told.
  @Test
  void whateverIsSpoiltNothingIsThrown() throws IOException {
    var random = new Random(9);
    var sound = text("sound/whole.yaml");
    var check = new SsmCheck(FEW);
    for (int round = 0; round < 1_000; round++) {
      var lines = new ArrayList<>(sound.lines().toList());
      for (int change = 0; change <= random.nextInt(4); change++) {
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
          case 2 -> lines.set(at, lines.get(random.nextInt(lines.size())));
          default -> {
            var line = lines.get(at);
            int cut = line.isEmpty() ? 0 : random.nextInt(line.length());
            lines.set(
                at, line.substring(0, cut) + line.substring(Math.min(line.length(), cut + 2)));
          }
        }
      }
      var spoilt = String.join("\n", lines);
      assertThatCode(() -> check.of("spoilt", spoilt)).as(spoilt).doesNotThrowAnyException();
    }
  }

  @Test
  void aLongDocumentTakesNoLongTime() {
    var text = new StringBuilder("schemaVersion: '0.3'\nmainSteps:\n");
    for (int i = 0; i < 2_000; i++) {
      text.append("- {name: s").append(i);
      text.append(", action: aws:branch, inputs: {Choices: [{NextStep: s").append((i * 7) % 2_000);
      text.append(", Variable: '{{ global:DATE }}', StringEquals: x}]}}\n");
    }
    var start = System.nanoTime();
    assertThat(new SsmCheck(FEW).of("long", text.toString())).isNotEmpty();
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }
}
