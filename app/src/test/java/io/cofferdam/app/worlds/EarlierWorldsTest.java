package io.cofferdam.app.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.testkit.Covers;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worlds whose truth once lay above the upper bound: data events off or lost, usage report or
/// inventory missing. Asked with the period named, and with the one that the inputs tell of.
@Covers("R-05")
class EarlierWorldsTest {
  private static final long[] ONCE_BROKEN = {32, 59, 119, 170, 213};
  private static final int MORE = 16;

  @TempDir Path folder;

  @Test
  void truthLiesWithinTheBoundsOfWorldsThatOnceExcludedIt() {
    var trials = new Trials(folder);
    var broken = new ArrayList<String>();
    for (long number : ONCE_BROKEN) {
      var request = EarlierWorlds.request(number);
      broken.addAll(Promises.broken(trials.runPeriod(number, request, true)));
      broken.addAll(Promises.broken(trials.runPeriod(number, request, false)));
    }
    for (long number = 400; number < 400 + MORE; number++) {
      broken.addAll(Promises.broken(trials.runPeriod(number, EarlierWorlds.request(number), true)));
    }
    assertThat(broken).isEmpty();
  }
}
