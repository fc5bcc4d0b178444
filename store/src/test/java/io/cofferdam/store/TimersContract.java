package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What timers promise, on each database.
@Covers("X-01")
abstract class TimersContract {
  private static final Duration LATEST = Duration.ofSeconds(5);
  private final LinkedBlockingQueue<String> rung = new LinkedBlockingQueue<>();

  abstract String address();

  private CaseStore open() {
    return CaseStore.open(StoreAddress.parse(address()), CaseStoreContract.NOW);
  }

  @Test
  @Tag("slow")
  void aTimerRingsOnceAndNotBeforeItsTime() throws Exception {
    try (var store = open();
        var timers = store.timers(Instant::now, rung::add)) {
      timers.start();
      var at = Instant.now().plusSeconds(1);
      timers.set("case-a/P1", at);
      timers.set("case-a/P1", at);
      assertThat(rung.poll(6, TimeUnit.SECONDS)).isEqualTo("case-a/P1");
      assertThat(Instant.now()).isBetween(at, at.plus(LATEST));
      assertThat(rung.poll(1500, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  @Tag("slow")
  void aTimerThatCameDueWhileNobodyRanRingsWithinFiveSecondsOfTheNextStart() throws Exception {
    try (var store = open();
        var timers = store.timers(Instant::now, rung::add)) {
      timers.set("case-b/P1", Instant.now().minusSeconds(3));
    }
    try (var store = open();
        var timers = store.timers(Instant::now, rung::add)) {
      var began = Instant.now();
      timers.start();
      assertThat(rung.poll(6, TimeUnit.SECONDS)).isEqualTo("case-b/P1");
      assertThat(Duration.between(began, Instant.now())).isLessThan(LATEST);
    }
  }

  @Test
  @Tag("slow")
  void aTimerThatWasTakenAwayDoesNotRing() throws Exception {
    try (var store = open();
        var timers = store.timers(Instant::now, rung::add)) {
      timers.set("case-c/P1", Instant.now().plusSeconds(1));
      timers.clear("case-c/P1");
      timers.start();
      assertThat(rung.poll(2500, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  @Test
  @Tag("slow")
  void aClockThatIsPutBackDelaysNothingAndOneThatIsPutForwardRingsAtOnce() throws Exception {
    var shift = new AtomicReference<>(Duration.ZERO);
    try (var store = open();
        var timers = store.timers(() -> Instant.now().plus(shift.get()), rung::add)) {
      timers.start();
      timers.set("case-d/P1", Instant.now().plusSeconds(2));
      timers.set("case-e/P1", Instant.now().plus(Duration.ofHours(2)));
      shift.set(Duration.ofHours(-1));
      assertThat(rung.poll(7, TimeUnit.SECONDS)).isEqualTo("case-d/P1");
      shift.set(Duration.ofHours(3));
      assertThat(rung.poll(5, TimeUnit.SECONDS)).isEqualTo("case-e/P1");
    }
  }

  @Test
  @Tag("slow")
  void whatFailsIsTriedAgain() throws Exception {
    var failed = new AtomicReference<>(false);
    try (var store = open();
        var timers =
            store.timers(
                Instant::now,
                run -> {
                  if (!failed.getAndSet(true)) {
                    throw new IllegalStateException("the store was busy");
                  }
                  rung.add(run);
                })) {
      timers.start();
      timers.set("case-f/P1", Instant.now());
      assertThat(rung.poll(7, TimeUnit.SECONDS)).isEqualTo("case-f/P1");
    }
  }
}
