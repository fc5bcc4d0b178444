package io.cofferdam.posture.predicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What was denied never makes a control not applicable.
@Covers("X-04")
class AbsenceTest {
  private static final String OWN = "111122223333";

  private static Resource resource(String type, String id) {
    return new Resource(
        type,
        id,
        "shop-training",
        OWN,
        "eu-central-1",
        JsonNodeFactory.instance.objectNode(),
        List.of());
  }

  private static Outcome outcome(String control, String type, List<ListGap> gaps) {
    var account = resource(Inventory.ACCOUNT, "arn:aws:iam::" + OWN + ":root");
    var subject =
        resource(
            type,
            type.equals("kms-key")
                ? "arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555"
                : "arn:aws:s3:::shop-training");
    var controls =
        ControlCatalogue.shipped("aws").controls().stream()
            .filter(each -> each.id().equals(control))
            .toList();
    return new Evaluator(controls, new Predicates())
        .evaluate(Scene.of(new Inventory(List.of(account, subject), gaps), Instant.EPOCH)).stream()
            .filter(each -> each.resource().type().equals(type))
            .findFirst()
            .orElseThrow()
            .outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "aws.kms.separation, kms-key",
    "aws.s3.object-lock, s3-bucket",
    "aws.log.retention, s3-bucket"
  })
  void trailsThatCouldNotBeListedMayWriteThere(String control, String type) {
    var denied =
        new ListGap(
            OWN,
            "eu-central-1",
            "cloudtrail-trail",
            new Gap(
                "cloudtrail-trail",
                "cloudtrail DescribeTrails",
                "cloudtrail:DescribeTrails",
                CallOutcome.DENIED,
                "denied"));
    assertThat(outcome(control, type, List.of())).isInstanceOf(Outcome.NotApplicable.class);
    assertThat(outcome(control, type, List.of(denied)))
        .isInstanceOfSatisfying(
            Outcome.Undetermined.class,
            open ->
                assertThat(open.missing())
                    .anyMatch(each -> each.contains("cloudtrail:DescribeTrails was denied")));
  }
}
