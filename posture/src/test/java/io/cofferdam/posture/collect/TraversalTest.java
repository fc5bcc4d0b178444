package io.cofferdam.posture.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.snapshot.SnapshotWriter;
import io.cofferdam.posture.snapshot.StoredSnapshot;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("P-01")
class TraversalTest {
  @TempDir Path folder;

  @Test
  void everyPageOfAListIsRead() {
    assertThat(live().resources())
        .filteredOn(each -> each.type().equals("s3-bucket"))
        .extracting(Resource::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void eachResourceIsAskedOnceAboutEachFact() {
    var cloud = Shop.cloud();
    Shop.walk(cloud, Optional.empty(), Optional.empty());
    assertThat(cloud.asked())
        .containsExactly(
            "lambda ListFunctions @eu-central-1",
            "lambda ListFunctions @eu-west-1",
            "s3 GetBucketLocation Bucket=a",
            "s3 GetBucketLocation Bucket=b",
            "s3 GetBucketLocation Bucket=c",
            "s3 GetBucketPolicy Bucket=a",
            "s3 GetBucketPolicy Bucket=b",
            "s3 GetBucketPolicy Bucket=c",
            "s3 ListBuckets",
            "s3 ListBuckets ContinuationToken=2");
  }

  @Test
  void aBucketIsInTheRegionThatItTells() {
    assertThat(bucket("a").region()).isEqualTo("eu-central-1");
    assertThat(bucket("b").region()).as("no constraint means us-east-1").isEqualTo("us-east-1");
    assertThat(bucket("c").region()).as("it was not told").isEmpty();
  }

  @Test
  void whatIsNotThereIsNoGap() {
    assertThat(bucket("b").gaps()).isEmpty();
    assertThat(bucket("b").fact("policy").isMissingNode()).isTrue();
  }

  @Test
  void aDeniedCallIsAGapWithItsPermission() {
    assertThat(bucket("c").gaps())
        .filteredOn(gap -> gap.fact().equals("policy"))
        .singleElement()
        .extracting(Gap::words)
        .isEqualTo("s3:GetBucketPolicy was denied");
  }

  @Test
  void aListWithoutAnAnswerIsAGapOfItsRegion() {
    assertThat(live().gaps())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap.type()).isEqualTo("function");
              assertThat(gap.region()).isEqualTo("eu-west-1");
              assertThat(gap.gap().outcome()).isEqualTo(CallOutcome.UNSUPPORTED);
            });
  }

  @Test
  void valuesThatMayBeSecretsReachNeitherInventoryNorSnapshot() throws IOException {
    assertThat(stored(Shop.cloud()).toString())
        .contains("DATABASE", "(not kept: nothing known)")
        .doesNotContain("hidden-word");
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("hidden-word");
      }
    }
  }

  @Test
  void aSnapshotGivesTheInventoryThatTheCloudGave() throws IOException {
    var live = stored(Shop.cloud());
    var again =
        Traversal.walk(Shop.plan(), StoredSnapshot.open(folder), Shop.PLACES, Progress.SILENT);
    assertThat(again).isEqualTo(live);
  }

  @Test
  void aStoppedRunIsGoneOnWithAndAsksOnlyWhatItDoesNotKnow() throws IOException {
    var cloud = Shop.cloud();
    var pages = new CountDownLatch(2);
    try (var writer = new SnapshotWriter(folder)) {
      assertThatThrownBy(
              () ->
                  Shop.walk(
                      request -> {
                        if (!request.operation().equals("ListBuckets")) {
                          throw stoppedAfter(pages);
                        }
                        var answer = cloud.call(request);
                        pages.countDown();
                        return answer;
                      },
                      Optional.of(writer),
                      Optional.empty()))
          .isInstanceOf(CofferdamException.class)
          .hasMessage("stopped");
    }
    var first = cloud.asked();
    assertThat(first).containsExactly("s3 ListBuckets", "s3 ListBuckets ContinuationToken=2");
    assertThat(StoredSnapshot.open(folder).finished()).isFalse();

    var second = Shop.cloud();
    Inventory resumed;
    try (var writer = new SnapshotWriter(folder)) {
      resumed = Shop.walk(second, Optional.of(writer), Optional.of(StoredSnapshot.open(folder)));
      writer.finish("aws", "test", Shop.PLACES, Shop.NOW, Shop.NOW);
    }
    assertThat(resumed).isEqualTo(live());
    assertThat(second.asked())
        .as("answered before, so not asked again")
        .doesNotContain("s3 ListBuckets", "s3 ListBuckets ContinuationToken=2");
    assertThat(StoredSnapshot.open(folder).finished()).isTrue();
    assertThat(
            Traversal.walk(Shop.plan(), StoredSnapshot.open(folder), Shop.PLACES, Progress.SILENT))
        .isEqualTo(resumed);
  }

  /// Services go side by side: without waiting, another could stop the walk before the first call.
  private static CofferdamException stoppedAfter(CountDownLatch pages) {
    try {
      assertThat(pages.await(60, TimeUnit.SECONDS)).as("both pages were asked").isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return new CofferdamException("CFD-TEST-0001", ErrorCategory.UNAVAILABLE, "stopped", "");
  }

  private static Inventory live() {
    return Shop.walk(Shop.cloud(), Optional.empty(), Optional.empty());
  }

  private Inventory stored(PlannedCloud cloud) throws IOException {
    try (var writer = new SnapshotWriter(folder)) {
      var inventory = Shop.walk(cloud, Optional.of(writer), Optional.empty());
      writer.finish("aws", "test", Shop.PLACES, Shop.NOW, Shop.NOW);
      return inventory;
    }
  }

  private static Resource bucket(String name) {
    return live().resources().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
  }
}
