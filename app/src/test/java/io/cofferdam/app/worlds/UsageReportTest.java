package io.cofferdam.app.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only a whole usage report of all operations limits what the logs do not tell.
@Covers("R-05")
class UsageReportTest {
  private static final DrillRequest HALF_LOST =
      DrillRequest.small("weights-copied-by-ci-role", 412).withLoss(Loss.ofLogs(0.5));

  @TempDir Path folder;

  private Trial with(Consumer<Path> change) {
    var trial = new Trials(folder).meddled(1, HALF_LOST, true, world -> each(world, change));
    assertThat(BoundsCheck.problems(trial)).isEmpty();
    return trial;
  }

  private static void each(Path world, Consumer<Path> change) {
    try (var all = Files.list(world.resolve("logs/usage"))) {
      all.toList().forEach(change);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Consumer<Path> lines(UnaryOperator<List<String>> change) {
    return report -> {
      try {
        Files.write(report, change.apply(Files.readAllLines(report)));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    };
  }

  private static long width(Trial trial) {
    return trial.report().scope().objects().width();
  }

  @Test
  void aReportThatSaysItIsTooLargeCapsNothing() {
    long whole = width(with(report -> {}));
    long cut =
        width(
            with(
                report -> {
                  try {
                    Files.writeString(
                        report,
                        "The report for the period and values you specified was too large\n",
                        StandardOpenOption.APPEND);
                  } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                  }
                }));
    assertThat(cut).isGreaterThan(whole);
  }

  @Test
  void aReportOfOneOperationCapsNothing() {
    long whole = width(with(report -> {}));
    long listings =
        width(
            with(
                lines(
                    rows ->
                        rows.stream()
                            .filter(r -> r.contains(",ListBucket,") || r.startsWith("Service"))
                            .toList())));
    assertThat(listings).isGreaterThan(whole);
  }
}
