package io.cofferdam.respond.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The playbooks of the catalogue hold; that their acts are those of the program is a test of
// `app`.
@Covers({"R-01", "R-07", "R-08", "R-11"})
class ShippedPlaybooksTest {
  private static final ShippedPlaybooks SHIPPED = ShippedPlaybooks.load();

  @Test
  void noneHasAFlaw() {
    var acts = new HashMap<String, List<String>>();
    for (var each : SHIPPED.all()) {
      for (var step : each.steps().values()) {
        step.head()
            .rules()
            .act()
            .ifPresent(
                act -> {
                  var names = new TreeSet<>(act.target().keySet());
                  names.remove("account");
                  names.remove("region");
                  acts.put(act.id(), List.copyOf(names));
                });
      }
    }
    var known = new Known(acts, Optional.empty(), SHIPPED::byId);
    assertThat(SHIPPED.all())
        .allSatisfy(
            each ->
                assertThat(PlaybookCheck.of(each, known).stream().map(Flaw::line))
                    .as(each.slug())
                    .isEmpty());
  }

  @Test
  void thereIsOnePerKindOfLeakAndPerFormOfDeployment() {
    assertThat(SHIPPED.all().stream().map(Playbook::leak).filter(each -> !each.isEmpty()))
        .containsExactly(
            "training-data", "weights", "inference-data", "retrieval-store", "mixed-customer-data");
    assertThat(SHIPPED.all().stream().map(Playbook::form).filter(each -> !each.isEmpty()))
        .containsExactlyInAnyOrder("ec2", "eks-ecs", "sagemaker", "bedrock", "aks-aci");
  }

  @Test
  void everyLeakGoesThroughAllPhasesOfNist() {
    for (var leak : SHIPPED.all()) {
      if (!leak.leak().isEmpty()) {
        var phases = new TreeSet<Phase>();
        SHIPPED
            .withCalled(leak)
            .forEach(
                each ->
                    each.steps()
                        .values()
                        .forEach(step -> step.head().rules().phase().ifPresent(phases::add)));
        assertThat(phases)
            .as(leak.slug())
            .contains(
                Phase.DETECTION_AND_ANALYSIS,
                Phase.CONTAINMENT,
                Phase.ERADICATION,
                Phase.RECOVERY,
                Phase.POST_INCIDENT);
      }
    }
  }

  @Test
  void everyLeakFreezesAndReleasesRetrainingAndEndsWithARetest() {
    for (var leak : SHIPPED.all()) {
      if (!leak.leak().isEmpty()) {
        assertThat(SHIPPED.withCalled(leak).stream().map(Playbook::slug))
            .as(leak.slug())
            .contains("freeze-retraining", "release-retraining", "learn", "notify");
      }
    }
    assertThat(
            SHIPPED.withCalled(SHIPPED.named("mixed-customer-data").orElseThrow()).stream()
                .map(Playbook::slug))
        .contains("restore-services");
  }

  @Test
  void noStepIsAListOfLinks() {
    for (var each : SHIPPED.all()) {
      for (var step : each.steps().values()) {
        if (step instanceof PlaybookStep.Action action) {
          assertThat(action.commands())
              .as("%s %s", each.slug(), step.head().id())
              .allMatch(command -> command.text().length() > 30)
              .noneMatch(command -> command.text().contains("http"));
        }
      }
    }
  }
}
