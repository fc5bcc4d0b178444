package io.cofferdam.app.cli;

import io.cofferdam.app.scan.PermissionPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `permissions aws`.
@Command(
    name = "aws",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the IAM policy for `scan aws`, made from the calls that it makes.",
      "All of them only read; none reads an object, a secret or a log."
    })
final class PermissionsAwsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().println(PermissionPolicy.aws());
    return 0;
  }
}
