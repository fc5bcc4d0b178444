package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.FOREIGN;
import static io.cofferdam.respond.made.Made.FOREIGN_READ;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.PUBLIC_READ;
import static io.cofferdam.respond.made.Made.START;
import static io.cofferdam.respond.made.Made.accountBlock;
import static io.cofferdam.respond.made.Made.accountItem;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.block;
import static io.cofferdam.respond.made.Made.bucket;
import static io.cofferdam.respond.made.Made.call;
import static io.cofferdam.respond.made.Made.digestsOfWholeHours;
import static io.cofferdam.respond.made.Made.input;
import static io.cofferdam.respond.made.Made.item;
import static io.cofferdam.respond.made.Made.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageFinder;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/// Random histories of one bucket against a truth that is computed in the plainest way.
@Covers("R-05")
class LostEventsProperties {
  private static final ResourceId STORE = ResourceId.bucket("shop-training");
  private static final int EDGE = 6;
  private static final String SELECTORS =
      "{\"trailName\":\"main\",\"eventSelectors\":[{\"readWriteType\":\"All\","
          + "\"includeManagementEvents\":true,\"dataResources\":[]}]}";

  /// What happened, by the minute, and what was open after it.
  private static final class History {
    final List<ApiCall> calls = new ArrayList<>();
    final TreeMap<Integer, Boolean> anyone = new TreeMap<>(Map.of(-100, false));
    final TreeMap<Integer, Boolean> foreign = new TreeMap<>(Map.of(-100, false));
    final TreeMap<Integer, Boolean> changes = new TreeMap<>();

    History(Random random, int length) {
      var policy = "";
      var bucketBlocked = true;
      var accountBlocked = false;
      var minutes = new TreeMap<Integer, Integer>();
      for (var i = 0; i < length; i++) {
        minutes.put(1 + random.nextInt(1400), random.nextInt(6));
      }
      for (var act : minutes.entrySet()) {
        var time = at(act.getKey());
        switch (act.getValue()) {
          case 0 -> {
            policy = PUBLIC_READ;
            calls.add(policy(time, policy));
          }
          case 1 -> {
            policy = FOREIGN_READ;
            calls.add(policy(time, policy));
          }
          case 2 -> {
            policy = "";
            calls.add(bucket(time, "DeleteBucketPolicy"));
          }
          case 3 -> {
            bucketBlocked = false;
            calls.add(bucket(time, "DeleteBucketPublicAccessBlock"));
          }
          case 4 -> {
            bucketBlocked = random.nextBoolean();
            calls.add(block(time, bucketBlocked));
          }
          default -> {
            accountBlocked = random.nextBoolean();
            calls.add(accountBlock(time, accountBlocked));
          }
        }
        var open = policy.equals(PUBLIC_READ) && !bucketBlocked && !accountBlocked;
        anyone.put(act.getKey(), open);
        foreign.put(act.getKey(), open || policy.equals(FOREIGN_READ));
        changes.put(act.getKey(), true);
      }
      calls.add(call(START, "cloudtrail", "PutEventSelectors", SELECTORS));
    }

    /// The truth at a minute; null while a change takes effect.
    Boolean open(NavigableMap<Integer, Boolean> truth, int minute) {
      return changes.subMap(minute - EDGE, true, minute, true).isEmpty()
          ? truth.floorEntry(minute).getValue()
          : null;
    }
  }

  private static int hour(Instant time) {
    return (int) ((time.getEpochSecond() - START.getEpochSecond()) / 3600);
  }

  private static List<Exposure> exposures(
      List<ApiCall> calls, List<InputSummary> inputs, boolean items, Map<Integer, Boolean> reads) {
    var replay = new ExposureReplay();
    var finder = new CoverageFinder();
    digestsOfWholeHours(27).forEach(finder::add);
    for (var call : calls) {
      replay.add(call);
      finder.add(call);
    }
    if (items) {
      replay.add(item(START, "", true));
      replay.add(accountItem(START, false));
    }
    reads.forEach(
        (minute, _) ->
            replay.addWitness(
                STORE, new Audience.Anyone(), at(minute), new EventRef(9, minute, "")));
    var coverage = finder.resolve(DAY, inputs, List.of(STORE));
    return replay.resolve(DAY, List.of(OWN), List.of(STORE), coverage).exposures();
  }

  private static List<InputSummary> whole() {
    var inputs = new ArrayList<InputSummary>();
    for (var hour = 0; hour < 27; hour++) {
      inputs.add(input(hour, "hash" + hour, 0));
    }
    return inputs;
  }

  private static ExposureState state(List<Exposure> exposures, Audience audience, int minute) {
    return exposures.stream()
        .filter(e -> e.audience().equals(audience) && e.window().contains(at(minute)))
        .map(Exposure::state)
        .findFirst()
        .orElse(ExposureState.UNKNOWN);
  }

  private static void neverWrong(History history, List<Exposure> exposures) {
    for (var minute = 0; minute < 1440; minute += 3) {
      never(history.open(history.anyone, minute), state(exposures, new Audience.Anyone(), minute));
      never(
          history.open(history.foreign, minute),
          state(exposures, new Audience.ForeignAccount(FOREIGN), minute));
    }
  }

  private static void never(Boolean open, ExposureState state) {
    if (open != null) {
      assertThat(state).isNotEqualTo(open ? ExposureState.CLOSED : ExposureState.OPEN);
    }
  }

  @Property(tries = 60)
  void lostEventsNeverMakeAWrongClaim(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 12) int length,
      @ForAll @DoubleRange(min = 0, max = 1) double loss,
      @ForAll boolean items) {
    neverWrongDespiteLoss(seed, length, loss, items);
  }

  /// A change is lost three minutes after one that was kept, both in the last minutes of an hour
  /// whose log file was altered.
  @Example
  void changeLostAtTheEndOfAnHourMakesNoWrongClaim() {
    neverWrongDespiteLoss(-24, 11, 0.29, true);
  }

  private static void neverWrongDespiteLoss(long seed, int length, double loss, boolean items) {
    var random = new Random(seed);
    var history = new History(random, length);
    var kept = new ArrayList<ApiCall>();
    var inputs = new ArrayList<>(whole());
    for (var call : history.calls) {
      if (random.nextDouble() < loss) {
        inputs.set(hour(call.time()), input(hour(call.time()), "altered", 0));
      } else {
        kept.add(call);
      }
    }
    inputs.removeIf(_ -> random.nextDouble() < loss / 10);
    var reads = reads(history, random, loss);

    neverWrong(history, exposures(kept, inputs, items, reads));
  }

  /// Some of the anonymous reads that could succeed.
  private static Map<Integer, Boolean> reads(History history, Random random, double loss) {
    var reads = new TreeMap<Integer, Boolean>();
    for (var minute = 0; minute < 1440; minute += 11) {
      if (Boolean.TRUE.equals(history.open(history.anyone, minute)) && random.nextDouble() > loss) {
        reads.put(minute, true);
      }
    }
    return reads;
  }

  @Property(tries = 30)
  void completeLogsDecideEverythingOutsideTheEdges(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int length) {
    var history = new History(new Random(seed), length);
    var exposures = exposures(history.calls, whole(), true, Map.of());
    for (var minute = EDGE; minute < 1440; minute += 3) {
      var open = history.open(history.anyone, minute);
      if (open != null) {
        assertThat(state(exposures, new Audience.Anyone(), minute))
            .isEqualTo(open ? ExposureState.OPEN : ExposureState.CLOSED);
      }
    }
  }

  @Property(tries = 15)
  void orderAndDuplicationOfEventsDoNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int length) {
    var random = new Random(seed);
    var history = new History(random, length);
    var shuffled = new ArrayList<>(history.calls);
    history.calls.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
    Collections.shuffle(shuffled, random);

    assertThat(exposures(shuffled, whole(), true, Map.of()))
        .isEqualTo(exposures(history.calls, whole(), true, Map.of()));
  }

  @Property(tries = 15)
  void everyAudienceCoversThePeriodWithoutGapOrOverlap(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 12) int length) {
    var random = new Random(seed);
    var history = new History(random, length);
    var exposures = exposures(history.calls, whole(), true, reads(history, random, 0.5));
    var ends = new TreeMap<String, Instant>();
    for (var exposure : exposures) {
      var audience = exposure.audience().words();
      assertThat(exposure.window().from()).isEqualTo(ends.getOrDefault(audience, DAY.from()));
      assertThat(exposure.window())
          .matches(w -> !new Window(w.from(), w.until()).length().isZero());
      ends.put(audience, exposure.window().until());
    }
    assertThat(ends.values()).allMatch(end -> end.equals(DAY.until()));
  }
}
