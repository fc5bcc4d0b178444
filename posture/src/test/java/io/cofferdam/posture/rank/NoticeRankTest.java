package io.cofferdam.posture.rank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.model.readiness.LeakAnswer;
import io.cofferdam.model.readiness.LogChange;
import io.cofferdam.model.readiness.StoreReadiness;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("P-17")
class NoticeRankTest {
  private static final List<Control> CONTROLS = ControlCatalogue.shipped("aws").controls();

  private static Control control(String id) {
    return CONTROLS.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Finding finding(String control, String resource) {
    return new Finding(
        control(control),
        new Resource(
            "s3-bucket",
            resource,
            resource,
            "111122223333",
            "eu-central-1",
            JsonNodeFactory.instance.objectNode(),
            List.of()),
        new Outcome.Violated("invented", List.of()));
  }

  private static StoreReadiness store(String name, String control, long gain) {
    var none = new LeakAnswer(0, Bounds.ZERO, Bounds.ZERO, true);
    var change =
        new LogChange(
            "invented", "arn:aws:s3:::" + name, List.of(control), "", "", none, none, gain, -1, "");
    return new StoreReadiness(
        ResourceId.bucket(name), name, "", none, none, "", List.of(), List.of(), List.of(change));
  }

  @Test
  void amongFindingsOfOneSeverityWhatNarrowsANoticeMostIsFirst() {
    var small = finding("aws.s3.tls-only", "arn:aws:s3:::alpha");
    var large = finding("aws.s3.tls-only", "arn:aws:s3:::beta");
    var nothing = finding("aws.s3.tls-only", "arn:aws:s3:::aardvark");
    var rank =
        new NoticeRank(
            List.of(
                store("alpha", "aws.s3.tls-only", 10), store("beta", "aws.s3.tls-only", 1_000)));

    assertThat(List.of(nothing, small, large).stream().sorted(rank.order()))
        .containsExactly(large, small, nothing);
    assertThat(rank.gain(nothing)).isZero();
    assertThat(rank.change(large)).isPresent();
  }

  @Test
  void severityComesBeforeGain() {
    var grave = finding("aws.s3.public-read-effective", "arn:aws:s3:::alpha");
    var narrowing = finding("aws.s3.tls-only", "arn:aws:s3:::beta");
    var rank = new NoticeRank(List.of(store("beta", "aws.s3.tls-only", 1_000)));

    assertThat(List.of(narrowing, grave).stream().sorted(rank.order()))
        .containsExactly(grave, narrowing);
  }
}
