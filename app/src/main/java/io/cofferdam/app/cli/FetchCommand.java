package io.cofferdam.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `fetch aws`: copies logs before they expire.
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = "Copies logs out of a cloud before they expire. It only reads.",
    subcommands = FetchAwsCommand.class)
final class FetchCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
