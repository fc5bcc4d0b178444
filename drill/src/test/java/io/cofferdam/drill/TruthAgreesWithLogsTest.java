package io.cofferdam.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.drill.DrillWorlds.SmallWorld;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.testkit.Covers;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Counts what the files say, by plain means, and holds it against the truth.
@Covers("B-02")
class TruthAgreesWithLogsTest {
  private static final DrillWorlds WORLDS = new DrillWorlds();

  static Stream<DrillRequest> publicBuckets() {
    return LongStream.range(100, 112)
        .mapToObj(seed -> DrillRequest.small("public-training-bucket", seed));
  }

  @ParameterizedTest
  @MethodSource("publicBuckets")
  void anonymousReadsInTheTrailAreTheTruth(DrillRequest request) {
    var world = WORLDS.inMemory(request);
    var objects = new HashSet<String>();
    var reads = new HashMap<String, Long>();
    for (var event : new LogsOfWorld(world.files()).trailEvents()) {
      if (anonymous(event) && isRead(event)) {
        objects.add(object(event));
        reads.put(
            event.path("eventID").asText(),
            event.at("/additionalEventData/bytesTransferredOut").asLong());
      }
    }
    var reader = world.truth().readers().getFirst();
    assertThat(objects).hasSize((int) world.truth().objects());
    assertThat(reads).hasSize((int) reader.reads());
    assertThat(reads.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(reader.bytes());
  }

  @ParameterizedTest
  @MethodSource("publicBuckets")
  void bothLogsTellOfTheSameRequestsByTheSameIds(DrillRequest request) {
    var logs = new LogsOfWorld(WORLDS.inMemory(request.withNoise(Noise.NONE)).files());
    var trail = new TreeSet<String>();
    for (var event : logs.trailEvents()) {
      if (event.path("eventCategory").asText().equals("Data")) {
        trail.add(event.path("requestID").asText());
      }
    }
    var access = new TreeSet<String>();
    for (var line : logs.lines("/s3-access/")) {
      access.add(line.substring(line.indexOf("] ")).split(" ", -1)[3]);
    }
    assertThat(access).isEqualTo(trail).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("publicBuckets")
  void meteringCountsEverySuccessOfEveryHour(DrillRequest request) {
    var world = WORLDS.inMemory(request.withNoise(Noise.NONE));
    var logs = new LogsOfWorld(world.files());
    var counted = new TreeMap<String, Long>();
    for (var event : logs.trailEvents()) {
      if (event.path("eventName").asText().equals("GetObject") && !event.has("errorCode")) {
        counted.merge(event.path("eventTime").asText().substring(5, 13), 1L, Long::sum);
      }
    }
    var metered = new TreeMap<String, Long>();
    for (var line : logs.lines("/usage/")) {
      var cells = line.split(",", -1);
      if (cells[1].equals("GetObject") && cells[2].endsWith("Requests-Tier2")) {
        var start = cells[4];
        metered.merge(
            start.substring(0, 2) + "-" + start.substring(3, 5) + "T" + start.substring(9, 11),
            Long.parseLong(cells[6]),
            Long::sum);
      }
    }
    assertThat(metered).isEqualTo(counted);
    long hours = Duration.between(world.truth().from(), world.truth().until()).toHours();
    assertThat(metered).hasSizeBetween(2, (int) hours);
  }

  @Test
  void someHoursOfSomeWorldsHaveNoReadAtAll() {
    assertThat(publicBuckets())
        .anySatisfy(
            request -> {
              var world = WORLDS.inMemory(request);
              var truth = world.truth();
              var span = Duration.between(truth.from(), truth.until());
              assertThat(hours(new LogsOfWorld(world.files())))
                  .hasSizeLessThan((int) span.toHours());
            });
  }

  @Test
  void aLostHourSplitsTheUsageReport() {
    for (long seed = 1; seed < 6; seed++) {
      var request = DrillRequest.small("public-training-bucket", seed);
      var whole = WORLDS.inMemory(request);
      var lossy = WORLDS.inMemory(request.withLoss(new Loss(0, 0, 0.3, 0, 0, true)));
      assertThat(whole.tally().usageHoursLost()).isZero();
      assertThat(reports(whole)).isEqualTo(1);
      assertThat(reports(lossy)).isLessThanOrEqualTo(lossy.tally().usageHoursLost() + 1);
      assertThat(hours(new LogsOfWorld(whole.files())))
          .containsAll(hours(new LogsOfWorld(lossy.files())));
    }
  }

  private static long reports(SmallWorld world) {
    return world.files().keySet().stream().filter(path -> path.contains("/usage/")).count();
  }

  /// The starts of the hours in which something was metered.
  private static Set<String> hours(LogsOfWorld logs) {
    var hours = new TreeSet<String>();
    for (var line : logs.lines("/usage/")) {
      var cells = line.split(",", -1);
      if (cells[2].contains("Requests")) {
        hours.add(cells[4]);
      }
    }
    return hours;
  }

  @ParameterizedTest
  @MethodSource("publicBuckets")
  void peopleOfTheObjectsReadAreTheTruthWhereWholeObjectsWereRead(DrillRequest request) {
    var world = WORLDS.inMemory(request);
    if (world.truth().flags().partialReads() || world.truth().flags().zz()) {
      return;
    }
    assertThat(people(world)).isEqualTo(expected(world));
  }

  @Test
  void someOfTheseWorldsHaveWholeReadsOnly() {
    assertThat(publicBuckets().map(r -> WORLDS.inMemory(r).truth().flags()))
        .anyMatch(flags -> !flags.partialReads() && !flags.zz())
        .anyMatch(flags -> flags.partialReads());
  }

  private static Map<String, Long> expected(SmallWorld world) {
    var expected = new TreeMap<String, Long>();
    world
        .truth()
        .subjects()
        .forEach(s -> expected.put(s.country() + "/" + s.dataClass(), s.people()));
    return expected;
  }

  private static Map<String, Long> people(SmallWorld world) {
    var logs = new LogsOfWorld(world.files());
    var read = new HashSet<String>();
    for (var event : logs.trailEvents()) {
      if (anonymous(event) && isRead(event)) {
        read.add(object(event));
      }
    }
    var latest = new HashMap<String, String>();
    for (var line : logs.lines("/s3-inventory/")) {
      var cells = line.split("\",\"", -1);
      if (cells.length == 10 && cells[3].equals("true")) {
        latest.put(
            java.net.URLDecoder.decode(cells[1], java.nio.charset.StandardCharsets.UTF_8),
            cells[2]);
      }
    }
    var people = new TreeMap<String, Set<String>>();
    for (var line : logs.lines("subjects.csv.gz")) {
      var cells = line.split(",", -1);
      boolean newest = cells[2].equals(latest.getOrDefault(cells[1], ""));
      if (read.contains(cells[1] + "?" + cells[2]) || (newest && read.contains(cells[1] + "?"))) {
        for (var dataClass : cells[5].split("\\|", -1)) {
          people.computeIfAbsent(cells[4] + "/" + dataClass, _ -> new HashSet<>()).add(cells[3]);
        }
      }
    }
    var counts = new TreeMap<String, Long>();
    people.forEach((key, set) -> counts.put(key, (long) set.size()));
    return counts;
  }

  private static boolean anonymous(JsonNode event) {
    return event.at("/userIdentity/accountId").asText().equals("anonymous");
  }

  private static boolean isRead(JsonNode event) {
    return event.path("eventName").asText().equals("GetObject") && !event.has("errorCode");
  }

  private static String object(JsonNode event) {
    return event.at("/requestParameters/key").asText()
        + "?"
        + event.at("/requestParameters/versionId").asText();
  }
}
