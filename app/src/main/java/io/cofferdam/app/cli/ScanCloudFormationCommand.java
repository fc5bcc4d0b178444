package io.cofferdam.app.cli;

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
  private Path file;

  @Option(
      names = "--parameters",
      paramLabel = "FILE",
      description = "Values of its parameters, as for the AWS command line. Default: its defaults.")
  private @Nullable Path parameters;

  @Mixin private PlannedPlace place = new PlannedPlace();

  @Spec private CommandSpec spec;

  private final Clock clock;

  ScanCloudFormationCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    return place.tell(
        spec, clock, scan -> scan.cloudFormation(file, Optional.ofNullable(parameters), clock));
  }
}
