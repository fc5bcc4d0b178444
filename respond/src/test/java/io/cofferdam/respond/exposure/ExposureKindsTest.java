package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.PUBLIC_READ;
import static io.cofferdam.respond.made.Made.START;
import static io.cofferdam.respond.made.Made.accountItem;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.block;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.item;
import static io.cofferdam.respond.made.Made.policy;
import static io.cofferdam.respond.made.Made.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Buckets, and databases of which nothing but the name is known.
@Covers("R-05")
class ExposureKindsTest {
  private static final ResourceId STORE = ResourceId.bucket("shop-training");
  private static final Audience ANYONE = new Audience.Anyone();

  private final ExposureReplay replay = new ExposureReplay();

  private Exposure exposure(
      CoverageResult coverage, ResourceId resource, Audience audience, Instant time) {
    return replay.resolve(DAY, List.of(OWN), List.of(STORE), coverage).exposures().stream()
        .filter(e -> e.resource().equals(resource) && e.audience().equals(audience))
        .filter(e -> e.window().contains(time))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void s3BucketOpen() {
    replay.add(item(START, "", true));
    replay.add(accountItem(START, false));
    replay.add(block(at(60), false));
    replay.add(policy(at(61), PUBLIC_READ));
    var open = exposure(complete(DAY), STORE, ANYONE, at(120));

    assertThat(open.state()).isEqualTo(ExposureState.OPEN);
    assertThat(open.window().from()).isEqualTo(at(66));
    assertThat(open.because().getFirst().text()).contains("bucket policy set");
    assertThat(open.because().getFirst().events()).hasSize(1);
  }

  @Test
  void s3BucketClosed() {
    replay.add(item(START, "", true));

    assertThat(exposure(complete(DAY), STORE, ANYONE, at(120)).state())
        .isEqualTo(ExposureState.CLOSED);
  }

  @Test
  void s3BucketUnknown() {
    replay.add(item(START, "", true));
    replay.add(accountItem(START, false));
    replay.add(block(at(60), false));
    replay.add(policy(at(61), PUBLIC_READ));
    var unknown = exposure(unproved(), STORE, ANYONE, at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("digest files");
  }

  @Test
  void nothingIsDecidedOfADatabaseThatNoEventTellsOf() {
    var database = new ResourceId(ResourceKind.DATABASE, "db:postgresql:orders-db/shop");
    var rows = replay.resolve(DAY, List.of(OWN), List.of(database), complete(DAY)).exposures();

    assertThat(rows).hasSize(2).allMatch(e -> e.state() == ExposureState.UNKNOWN);
  }
}
