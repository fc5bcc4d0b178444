package io.cofferdam.app.cli;

import io.cofferdam.app.scan.PlanScan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scan cloudformation TEMPLATE`.
@Command(
    name = "cloudformation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judges what a CloudFormation template would make, by the controls for live resources.",
      "Opens no connection. What is known only once the stack is made is undetermined."
    })
final class ScanCloudFormationCommand implements Callable<Integer> {
  @Parameters(paramLabel = "TEMPLATE", description = "In JSON or YAML.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "Values of its parameters, as for the AWS command line. Default: its defaults.")
  private @Nullable Path parameters;

  @Option(
      names = "--account",
      paramLabel = "NUMBER",
      description = "The account it is applied to, where it does not tell.")
  private @Nullable String account;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region it is applied to, where it does not tell.")
  private @Nullable String region;

  @Mixin private ScanTelling telling = new ScanTelling();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Clock clock;

  ScanCloudFormationCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ready = telling.read(spec, clock);
    var scan = new PlanScan(Optional.ofNullable(account), Optional.ofNullable(region), ready.map());
    return ready.tell(scan.cloudFormation(file, Optional.ofNullable(parameters), clock));
  }
}
