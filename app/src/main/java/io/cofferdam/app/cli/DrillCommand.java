package io.cofferdam.app.cli;

import io.cofferdam.drill.DrillGenerator;
import io.cofferdam.drill.Scenarios;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.request.Loss;
import io.cofferdam.drill.request.Noise;
import io.cofferdam.drill.score.DrillScore;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drill list|generate|score`: leaks to exercise on, with a hidden truth.
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = "Generates leaks in real log formats with a hidden truth, and scores the answer.",
    subcommands = {
      DrillCommand.ListScenarios.class,
      DrillCommand.Generate.class,
      DrillCommand.Score.class
    })
final class DrillCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// `drill list`.
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints the scenarios' names, one a line.")
  static final class ListScenarios implements Callable<Integer> {
    @Option(names = "--long", description = "With what each is about.")
    private boolean described;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      var out = spec.commandLine().getOut();
      Scenarios.described()
          .forEach((name, about) -> out.println(described ? name + "  " + about : name));
      return 0;
    }
  }

  /// `drill generate SCENARIO`.
  @Command(
      name = "generate",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Writes logs/, data-map.yaml and truth.json. The same seed gives the same bytes.")
  static final class Generate implements Callable<Integer> {
    @Parameters(paramLabel = "SCENARIO", description = "A name from `drill list`.")
    private String scenario;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "Default: 1.")
    private long seed;

    @Option(
        names = "--events",
        paramLabel = "N",
        description = "CloudTrail events in all. Default: 20000.")
    private long events = DrillRequest.USUAL_EVENTS;

    @Option(
        names = "--out",
        required = true,
        paramLabel = "DIR",
        description = "Empty or not there.")
    private Path out;

    @Option(
        names = "--loss",
        paramLabel = "SHARE",
        description = "Share of log records lost, 0 to 1. Default: 0.")
    private double loss;

    @Option(names = "--disorder", paramLabel = "SHARE", description = "Records out of place.")
    private @Nullable Double disorder;

    @Option(names = "--duplicates", paramLabel = "SHARE", description = "Records delivered twice.")
    private @Nullable Double duplicates;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      share("--loss", loss);
      share("--disorder", disorder);
      share("--duplicates", duplicates);
      if (events < 0) {
        throw outOfRange("--events", String.valueOf(events), "0 or more");
      }
      var usual = Noise.USUAL;
      var request =
          DrillRequest.of(scenario, seed)
              .withEvents(events)
              .withLoss(loss == 0 ? Loss.NONE : Loss.ofLogs(loss))
              .withNoise(
                  new Noise(
                      duplicates == null ? usual.duplicates() : duplicates,
                      disorder == null ? usual.disorder() : disorder,
                      usual.late()));
      DrillGenerator.generate(request, out);
      spec.commandLine().getOut().println(out);
      return 0;
    }

    private static void share(String option, @Nullable Double value) {
      if (value != null && !(value >= 0 && value <= 1)) {
        throw outOfRange(option, String.valueOf(value), "0 to 1");
      }
    }

    private static CofferdamException outOfRange(String option, String value, String expected) {
      return new CofferdamException(
          "CFD-APP-0030",
          ErrorCategory.INVALID_INPUT,
          "`" + option + "` is `" + value + "` [" + expected + "]",
          "a share of 0.05 is one record in twenty");
    }
  }

  /// `drill score TRUTH REPORT`.
  @Command(
      name = "score",
      mixinStandardHelpOptions = true,
      description = "Compares a report with the truth, part by part.")
  static final class Score implements Callable<Integer> {
    @Parameters(paramLabel = "TRUTH", description = "truth.json of a drill.")
    private Path truth;

    @Parameters(paramLabel = "REPORT", description = "report.json of an investigation.")
    private Path report;

    @Option(names = "--format", defaultValue = "text", description = "text or json.")
    private String format;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      if (!format.equals("json") && !format.equals("text")) {
        throw new CofferdamException(
            "CFD-APP-0031",
            ErrorCategory.INVALID_INPUT,
            "`--format` is `" + format + "` [text, json]",
            "leave it out for text");
      }
      var score = DrillScore.score(truth, report);
      spec.commandLine().getOut().println(format.equals("json") ? score.json() : score.text());
      return 0;
    }
  }
}
