package io.cofferdam.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `scan terraform PLAN.json`.
@Command(
    name = "terraform",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judges what a Terraform plan would make, by the controls for live resources.",
      "Make the file with: terraform plan -out PLAN && terraform show -json PLAN > PLAN.json",
      "Opens no connection. What is known only after apply is undetermined."
    })
final class ScanTerraformCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PLAN.json", description = "What terraform show -json printed.")
  private Path file;

  @Mixin private PlannedPlace place = new PlannedPlace();

  @Spec private CommandSpec spec;

  private final Clock clock;

  ScanTerraformCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    return place.tell(spec, clock, scan -> scan.terraform(file, clock));
  }
}
