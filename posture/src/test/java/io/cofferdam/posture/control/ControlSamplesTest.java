package io.cofferdam.posture.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.control.ControlCatalogue.Entry;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every control judges its three samples as it says.
@Covers("P-01")
class ControlSamplesTest {
  private static final String OWN = "111122223333";
  private static final String REGION = "eu-central-1";
  private static final ControlCatalogue CATALOGUE = ControlCatalogue.shipped("aws");

  static Stream<String> controls() {
    return CATALOGUE.controls().stream().map(Control::id);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void isMetByItsSample(String id) {
    assertThat(judge(id, "met")).isInstanceOf(Outcome.Met.class);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void isViolatedByItsSample(String id) {
    var entry = entry(id);
    assertThat(judge(id, "violated"))
        .isInstanceOfSatisfying(
            Outcome.Violated.class,
            violated -> {
              assertThat(violated.why()).doesNotContain("{", "}").isNotBlank();
              if (!entry.control().predicate().isEmpty()) {
                assertThat(violated.witness()).isNotEmpty();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("controls")
  void isUndeterminedWithoutWhatItNeeds(String id) {
    assertThat(judge(id, "undetermined"))
        .isInstanceOfSatisfying(
            Outcome.Undetermined.class,
            open -> assertThat(open.missing()).isNotEmpty().allMatch(m -> m.contains(":")));
  }

  @ParameterizedTest
  @MethodSource("controls")
  void saysWhatServesItAndHowToMendIt(String id) {
    var control = entry(id).control();
    assertThat(control.remediation().cli()).isNotBlank();
    assertThat(control.requirements()).isNotEmpty();
    assertThat(control.requirements()).noneMatch(Requirement::reviewed);
    assertThat(control.source()).startsWith("https://docs.aws.amazon.com/");
  }

  @Test
  void everyControlHasAnIdOfItsOwn() {
    assertThat(CATALOGUE.controls()).extracting(Control::id).doesNotHaveDuplicates();
  }

  private static Entry entry(String id) {
    return CATALOGUE.entries().stream()
        .filter(each -> each.control().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome judge(String id, String sample) {
    var entry = entry(id);
    var facts = entry.samples().path(sample);
    var inventory = inventory(entry.control(), facts);
    return new Evaluator(List.of(entry.control()), new Predicates())
        .evaluate(Scene.of(inventory, Instant.parse("2026-03-01T00:00:00Z"))).stream()
            .filter(f -> f.resource().type().equals(entry.control().resource()) || listGap(facts))
            .findFirst()
            .orElseThrow()
            .outcome();
  }

  private static boolean listGap(JsonNode facts) {
    return facts.path("list-gap").asBoolean();
  }

  private static Inventory inventory(Control control, JsonNode facts) {
    var gaps = new ArrayList<Gap>();
    facts
        .path("gaps")
        .forEach(
            gap ->
                gaps.add(
                    new Gap(
                        gap.asText(), "s3 Get", "s3:GetSomething", CallOutcome.DENIED, "denied")));
    var resources = new ArrayList<Resource>();
    if (!control.resource().equals(Traversal.ACCOUNT)) {
      resources.add(
          new Resource(
              Traversal.ACCOUNT,
              "arn:aws:iam::" + OWN + ":root",
              OWN,
              OWN,
              "",
              JsonNodeFactory.instance.objectNode(),
              List.of()));
    }
    if (listGap(facts)) {
      return new Inventory(
          resources,
          List.of(
              new ListGap(
                  OWN,
                  REGION,
                  control.resource(),
                  new Gap(
                      control.resource(), "s3 List", "s3:List", CallOutcome.DENIED, "denied"))));
    }
    ObjectNode known = facts.deepCopy();
    known.remove("gaps");
    resources.add(
        new Resource(
            control.resource(),
            arn(control.resource()),
            "shop-training",
            OWN,
            REGION,
            known,
            gaps));
    return new Inventory(resources, List.of());
  }

  private static String arn(String type) {
    return switch (type) {
      case "s3-bucket" -> "arn:aws:s3:::shop-training";
      case "kms-key" ->
          "arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555";
      case Traversal.ACCOUNT -> "arn:aws:iam::" + OWN + ":root";
      default -> "arn:aws:" + type + ":eu-central-1:" + OWN + ":shop-training";
    };
  }
}
