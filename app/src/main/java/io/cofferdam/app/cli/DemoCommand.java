package io.cofferdam.app.cli;

import io.cofferdam.app.investigate.Investigation;
import io.cofferdam.app.investigate.InvestigationRequest;
import io.cofferdam.drill.DrillGenerator;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.score.DrillScore;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `demo`: generates a leak, investigates it as any other folder of logs, and compares with the
/// truth that the investigation never saw.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Generates a leak in real log formats, investigates it, and compares the answer with the"
          + " hidden truth.",
      "Needs no cloud account and no network. Exit 0 when the answer matches.",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  private static final String SCENARIO = "public-training-bucket";
  private static final DateTimeFormatter FOLDER_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write. Default: cofferdam-report-demo-<time>.")
  private @Nullable Path out;

  @Option(names = "--seed", defaultValue = "7", paramLabel = "N", description = "Default: 7.")
  private long seed;

  @ParentCommand private Cofferdam program;

  @Spec private CommandSpec spec;

  private final Clock clock;

  DemoCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    var folder =
        out != null ? out : Path.of("cofferdam-report-demo-" + FOLDER_TIME.format(clock.instant()));
    var text = spec.commandLine().getOut();
    text.println(
        "A shop left the bucket with its training data open. Its logs are in "
            + folder
            + "/drill/logs;");
    text.println(
        "what really happened is in truth.json beside them, which the investigation does not"
            + " read.");
    DrillGenerator.generate(DrillRequest.of(SCENARIO, seed), folder.resolve("drill"));
    var progress = Progress.on(spec.commandLine().getErr(), program.quiet, clock);
    var keys = folder.resolve("drill").resolve("digest-keys");
    var request =
        new InvestigationRequest(
            List.of(folder.resolve("drill").resolve("logs")),
            Optional.of(folder.resolve("drill").resolve("data-map.yaml")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(clock.instant().truncatedTo(ChronoUnit.HOURS).minus(2, ChronoUnit.HOURS)),
            Optional.of("Example Person (demo)"),
            Optional.empty(),
            Files.isDirectory(keys) ? Optional.of(keys) : Optional.empty(),
            Optional.of(folder.resolve("drill").resolve("signing-key.pem")),
            KeyFolder.path(),
            Optional.empty(),
            folder.resolve("report"));
    var result = new Investigation(clock, progress).run(request);
    new Summary(text, program.noColor).print(result);
    var score =
        DrillScore.score(
            folder.resolve("drill").resolve("truth.json"), result.out().resolve("report.json"));
    text.println("Compared with the hidden truth");
    score.text().lines().forEach(line -> text.println("   " + line));
    if (!score.matches()) {
      throw new CofferdamException(
          "CFD-APP-0040",
          ErrorCategory.INTERNAL,
          "the answer does not match the hidden truth",
          "please report it with the seed " + seed);
    }
    text.println();
    text.println(
        "The answer matches the hidden truth. Open " + result.out().resolve("report.html"));
    return 0;
  }
}
