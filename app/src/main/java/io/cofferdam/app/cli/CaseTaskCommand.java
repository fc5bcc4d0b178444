package io.cofferdam.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `case task add|assign|done`.
@Command(
    name = "task",
    mixinStandardHelpOptions = true,
    description = "Adds, assigns and ends tasks of a case.",
    subcommands = {
      CaseTaskAddCommand.class,
      CaseTaskAssignCommand.class,
      CaseTaskDoneCommand.class
    })
final class CaseTaskCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
