package io.cofferdam.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `permissions aws`: what the program must be allowed.
@Command(
    name = "permissions",
    mixinStandardHelpOptions = true,
    description = "Prints the smallest policy that the program needs in a cloud.",
    subcommands = PermissionsAwsCommand.class)
final class PermissionsCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
