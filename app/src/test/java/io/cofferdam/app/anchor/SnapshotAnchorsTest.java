package io.cofferdam.app.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.app.investigate.Investigation;
import io.cofferdam.app.investigate.InvestigationRequest;
import io.cofferdam.app.investigate.ProgressListener;
import io.cofferdam.app.report.LeakReport;
import io.cofferdam.drill.DrillWorlds;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.drill.truth.Truth;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Worlds whose logs begin after a bucket was opened.
@Covers("R-05")
class SnapshotAnchorsTest {
  private static final Pattern STAMP = Pattern.compile("_(\\d{8}T\\d{4,6}Z)");
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// Neither the setting of the trail nor the start state is in the logs.
  private static final Sources SOURCES =
      new Sources(true, true, true, true, true, false, false, true, true);

  @TempDir Path folder;

  private record Opened(Truth truth, Truth.ExposureTruth exposure, Instant begin) {}

  /// Writes a world and takes away what its logs tell until some time after the opening.
  private Opened opened(long seed) throws IOException {
    var request = request(seed);
    var truth = new DrillWorlds().write(request, folder.resolve("world")).truth();
    var exposure = truth.exposures().getFirst();
    var begin = exposure.from().plus(Duration.ofMinutes(40));
    cut(begin);
    return new Opened(truth, exposure, begin);
  }

  private static DrillRequest request(long seed) {
    return DrillRequest.small("public-training-bucket", seed).withSources(SOURCES);
  }

  private void cut(Instant begin) throws IOException {
    try (var files = Files.walk(folder.resolve("world/logs"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var stamp = STAMP.matcher(file.getFileName().toString());
        if (stamp.find() && time(stamp.group(1)).isBefore(begin)) {
          Files.delete(file);
        }
      }
    }
  }

  private static Instant time(String stamp) {
    return Instant.from((stamp.length() == 14 ? MINUTES : SECONDS).parse(stamp));
  }

  private LeakReport investigated(Opened world, Path... snapshots) throws IOException {
    return new Investigation(
            Clock.fixed(world.truth().until(), ZoneOffset.UTC), ProgressListener.SILENT)
        .answer(
            new InvestigationRequest(
                List.of(folder.resolve("world/logs")),
                Optional.of(folder.resolve("world/data-map.yaml")),
                List.of(snapshots),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(world.truth().from()),
                Optional.of(world.truth().until()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(folder.resolve("world/digest-keys")),
                Optional.empty(),
                folder.resolve("keys"),
                Optional.empty(),
                folder.resolve("out-" + System.nanoTime())));
  }

  private Path snapshot(long seed, Instant at) {
    var place = folder.resolve("taken-" + at.getEpochSecond());
    new DrillWorlds().writeSnapshot(request(seed), at, place);
    return place.resolve("snapshot");
  }

  private static ExposureState at(LeakReport report, Opened world, Instant instant) {
    return report.exposures().stream()
        .filter(e -> e.resource().id().equals(world.exposure().resource()))
        .filter(e -> e.audience() instanceof Audience.Anyone)
        .filter(e -> e.window().contains(instant))
        .map(Exposure::state)
        .findFirst()
        .orElseThrow();
  }

  /// An instant well inside the logs that are left, before the bucket was closed.
  private static Instant inside(Opened world) {
    return world.begin().plus(Duration.ofMinutes(60)).plusSeconds(17);
  }

  /// Worlds in which the bucket stands open for long enough that logs cut short still tell of it.
  static LongStream longOpen() {
    return LongStream.iterate(1, seed -> seed + 1)
        .filter(
            seed -> {
              var exposure =
                  new DrillWorlds().inMemory(request(seed)).truth().exposures().getFirst();
              var until = exposure.until();
              return until != null
                  && Duration.between(exposure.from(), until).compareTo(Duration.ofMinutes(150))
                      > 0;
            })
        .limit(5);
  }

  @ParameterizedTest
  @MethodSource("longOpen")
  void aSnapshotProvesTheBucketOpenWhereTheLogsCannot(long seed) throws IOException {
    var world = opened(seed);
    var taken = world.begin().plus(Duration.ofMinutes(50));
    var closed = world.exposure().until();
    assertThat(inside(world)).isBefore(closed);

    var without = investigated(world);
    var with = investigated(world, snapshot(seed, taken));

    assertThat(at(without, world, inside(world))).isEqualTo(ExposureState.UNKNOWN);
    assertThat(at(with, world, inside(world))).isEqualTo(ExposureState.OPEN);
    var after = closed.plus(Duration.ofMinutes(20));
    assertThat(at(with, world, after)).isEqualTo(ExposureState.CLOSED);
    assertThat(with.exposures())
        .anySatisfy(
            each ->
                assertThat(each.because())
                    .anySatisfy(why -> assertThat(why.text()).contains("found by a snapshot")));
    assertThat(with.inputs())
        .filteredOn(each -> each.format().equals("snapshot"))
        .singleElement()
        .satisfies(each -> assertThat(each.events()).isPositive());
  }

  @Test
  void whatASnapshotCouldNotReadStaysUnknown() throws IOException {
    var world = opened(1);
    var taken = snapshot(1, world.begin().plus(Duration.ofMinutes(50)));
    deny(taken, "GetBucketPolicy");

    var with = investigated(world, taken);

    assertThat(at(with, world, inside(world))).isEqualTo(ExposureState.UNKNOWN);
    assertThat(with.inputs())
        .filteredOn(each -> each.format().equals("snapshot"))
        .singleElement()
        .satisfies(
            each -> assertThat(each.notes()).anySatisfy(n -> assertThat(n).contains("no answer")));
  }

  /// Turns the answers of one call into refusals; the manifest goes, since it fits no more.
  private static void deny(Path taken, String operation) throws IOException {
    var journal = taken.resolve("calls.jsonl");
    var lines =
        Files.readAllLines(journal).stream()
            .map(
                line ->
                    line.contains("\"" + operation + "\"")
                        ? line.replaceAll("\"outcome\":\"[a-z]+\"", "\"outcome\":\"denied\"")
                            .replaceAll("\"object\":\"[0-9a-f]+\"", "\"object\":\"\"")
                        : line)
            .toList();
    Files.write(journal, lines, StandardCharsets.UTF_8);
    Files.delete(taken.resolve("manifest.json"));
  }

  @Test
  void severalSnapshotsAreSeveralAnchors() throws IOException {
    var world = opened(1);
    var one = snapshot(1, world.begin().plus(Duration.ofMinutes(50)));
    var other = snapshot(1, world.truth().until().minus(Duration.ofMinutes(30)));

    assertThat(investigated(world, one, other).inputs())
        .filteredOn(each -> each.format().equals("snapshot"))
        .hasSize(2);
  }

  @Test
  void aFolderWithoutASnapshotIsRefused() throws IOException {
    var world = opened(1);

    assertThatThrownBy(() -> investigated(world, folder.resolve("world")))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("holds no snapshot");
  }
}
