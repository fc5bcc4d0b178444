package io.cofferdam.posture.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.control.ControlCatalogue.Entry;
import io.cofferdam.testkit.Covers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every control judges its three samples as it says.
@Covers("P-01")
class CatalogTest {
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
  void whatImpliesAControlIsOneOfTheSameResources() {
    var controls = ControlCatalogue.shipped("aws").controls();
    for (var control : controls) {
      for (var cause : control.impliedBy()) {
        assertThat(controls)
            .as(control.id())
            .anyMatch(
                each ->
                    each.id().equals(cause) && each.resources().containsAll(control.resources()));
      }
    }
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
    return new SampleScene(entry.control(), entry.samples().path(sample)).outcome();
  }
}
