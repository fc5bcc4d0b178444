package io.cofferdam.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.playbooks.PlaybookShelf;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.respond.export.asl.AslPlaybook;
import io.cofferdam.respond.export.cacao.CacaoExport;
import io.cofferdam.respond.playbook.Place;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.PlaybookReader;
import io.cofferdam.respond.playbook.PlaybookStep;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every shipped playbook as CACAO and as a state machine.
@Covers("R-09")
class ExportedPlaybooksTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ShippedPlaybooks SHIPPED = ShippedPlaybooks.load();

  /// As the schemas of CACAO 2.0 have it.
  private static final Pattern ID =
      Pattern.compile(
          "[a-z][a-z0-9-]+[a-z0-9]--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}"
              + "-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

  static Stream<String> slugs() {
    return SHIPPED.all().stream().map(Playbook::slug);
  }

  private static Playbook playbook(String slug) {
    return SHIPPED.named(slug).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void asCacaoItIsReadAgainAndSaysTheSame(String slug) throws IOException {
    var document = CacaoExport.of(playbook(slug), SHIPPED::byId);
    assertThat(CacaoExport.of(playbook(slug), SHIPPED::byId)).isEqualTo(document);
    var again = PlaybookReader.read(slug, document.toPrettyString());
    assertThat(again.flaws()).isEmpty();
    var read = again.playbook().orElseThrow();
    var first = playbook(slug);
    assertThat(read.raci())
        .usingRecursiveComparison()
        .ignoringFieldsOfTypes(Place.class)
        .isEqualTo(first.raci());
    assertThat(read.steps()).hasSameSizeAs(first.steps());
    assertThat(rules(read)).isEqualTo(rules(first));
  }

  /// What each step asks of people, without ids and places.
  private static List<String> rules(Playbook playbook) {
    return playbook.steps().values().stream()
        .map(PlaybookStep::head)
        .map(
            head ->
                head.name()
                    + head.rules().gate()
                    + head.rules().who()
                    + head.rules().phase()
                    + head.rules().doneWhen()
                    + head.rules().destructive()
                    + head.rules().inverse()
                    + head.rules().evidenceBefore().size()
                    + head.rules().clauses()
                    + head.rules().rounds()
                    + head.rules().act().map(act -> act.id() + new TreeMap<>(act.target())))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void asCacaoItHasWhatTheSpecificationAsks(String slug) {
    var document = CacaoExport.of(playbook(slug), SHIPPED::byId);
    var ids = new TreeSet<String>();
    document.path("workflow").fieldNames().forEachRemaining(ids::add);
    assertThat(ids)
        .allMatch(id -> ID.matcher(id).matches())
        .contains(document.path("workflow_start").asText());
    assertThat(document.path("id").asText()).matches(ID);
    var agents = new TreeSet<String>();
    document.path("agent_definitions").fieldNames().forEachRemaining(agents::add);
    for (var step : document.path("workflow")) {
      for (var way : List.of("on_completion", "on_success", "on_failure", "on_true", "on_false")) {
        if (step.has(way)) {
          assertThat(ids).contains(step.path(way).asText());
        }
      }
      if (step.path("type").asText().equals("action")) {
        assertThat(agents).contains(step.path("agent").asText());
        assertThat(step.path("commands")).isNotEmpty();
      }
      if (step.has("playbook_id")) {
        assertThat(SHIPPED.all().stream().map(each -> CacaoExport.of(each, SHIPPED::byId)))
            .anyMatch(each -> each.path("id").equals(step.path("playbook_id")));
      }
      step.path("step_extensions")
          .forEach(
              extension ->
                  extension
                      .fieldNames()
                      .forEachRemaining(name -> assertThat(name).matches("[a-z0-9_]{3,250}")));
    }
    document
        .path("playbook_extensions")
        .fieldNames()
        .forEachRemaining(
            name -> assertThat(document.path("extension_definitions").has(name)).isTrue());
  }

  @Test
  void asStateMachinesTheToolOfOthersTakesThem(@TempDir Path folder)
      throws IOException, InterruptedException {
    var files = new ArrayList<Path>();
    for (var each : SHIPPED.all()) {
      var file = folder.resolve(each.slug() + ".json");
      Files.writeString(file, AslPlaybook.of(each, SHIPPED::byId).toPrettyString());
      files.add(file);
    }
    var ran = StandInTool.aslValidator(files);
    assertThat(ran.code()).as(ran.output()).isZero();
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void noWayLeadsToWhatDestroysButByConsent(String slug) {
    var machine = AslPlaybook.of(playbook(slug), SHIPPED::byId);
    var reached = Ways.withoutConsent(machine);
    for (var step : playbook(slug).steps().values()) {
      if (step instanceof PlaybookStep.Action action && action.mayDestroy()) {
        assertThat(reached).doesNotContain(step.head().id());
        assertThat(machine.findValue(step.head().id())).isNotNull();
      }
    }
  }

  @Test
  void aStepThatMayDestroyWithoutAGateIsRefusedByName() throws IOException {
    var text =
        Files.readString(
            Path.of(
                System.getProperty("repository.root"),
                "catalog/src/main/resources/catalog/playbooks/contain-ec2.yaml"));
    var start = text.indexOf("        gate:");
    var without = text.substring(0, start) + text.substring(text.indexOf("  action--ec2-look:"));
    var read = PlaybookReader.read("ungated", without).playbook().orElseThrow();
    for (var form : List.of("asl", "cacao")) {
      assertThatThrownBy(
              () -> {
                var ignored =
                    form.equals("asl")
                        ? AslPlaybook.of(read, SHIPPED::byId)
                        : CacaoExport.of(read, SHIPPED::byId);
                assertThat(ignored).isNull();
              })
          .isInstanceOf(CofferdamException.class)
          .hasMessageContaining("action--ec2-isolate");
    }
  }

  @Test
  void theCommandWritesOneAndNothingOver(@TempDir Path folder) throws IOException {
    var out = folder.resolve("sub/cacao.json");
    var words = new String[] {"playbook", "export", "notify", "--as", "cacao", "--out", "" + out};
    var clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
    assertThat(Ran.program(clock, folder, words).code()).isZero();
    assertThat(JSON.readTree(out.toFile()).path("spec_version").asText()).isEqualTo("cacao-2.0");
    var again = Ran.program(clock, folder, words);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("CFD-APP-0201");
    words[4] = "bpmn";
    words[6] = folder.resolve("new").toString();
    assertThat(Ran.program(clock, folder, words).err()).contains("CFD-APP-0200", "cacao or asl");
    assertThat(new PlaybookShelf().shipped().all()).isNotEmpty();
  }

  @Test
  void theCommandChecksAnyDocumentOfAutomation(@TempDir Path folder) throws IOException {
    var clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
    var file = folder.resolve("theirs.yaml");
    Files.writeString(
        file,
        """
        schemaVersion: '0.3'
        mainSteps:
          - name: open
            action: aws:executeAwsApi
            inputs: {Service: s3, Api: PutBucketPolicy, Bucket: shop, Polcy: '{}'}
        """);
    var ran = Ran.program(clock, folder, "contain", "check-ssm", file.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("theirs.yaml:5:", "no-gate", "wrong-api-input", "Polcy");
    assertThat(Ran.program(clock, folder, "contain", "check-ssm", "none").err())
        .contains("CFD-APP-0202");
  }
}
