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
  @SuppressWarnings("NullAway.Init")
  private Path file;

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

  ScanTerraformCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    var ready = telling.read(spec, clock);
    var scan = new PlanScan(Optional.ofNullable(account), Optional.ofNullable(region), ready.map());
    return ready.tell(scan.terraform(file, clock));
  }
}
