package io.cofferdam.app.cli;

import io.cofferdam.app.export.SsmFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `contain check-ssm FILE`.
@Command(
    name = "check-ssm",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says everything that is wrong with a document of SSM Automation, whoever wrote it: actions",
      "and their inputs, calls, references, ways, and changes before which nobody is asked.",
      "Asks no cloud. Ends with 1 where there is anything."
    })
final class ContainCheckSsmCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE", description = "The document, JSON or YAML.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var flaws = SsmFile.flaws(file);
    flaws.forEach(flaw -> out.println(flaw.line()));
    if (flaws.isEmpty()) {
      out.println(file + ": nothing is wrong");
    }
    return flaws.isEmpty() ? 0 : 1;
  }
}
