package io.cofferdam.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `playbook ...`: what is to be done about a leak.
@Command(
    name = "playbook",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What is to be done about a leak: who, in which order, after whose consent.",
      "A run is part of its case: it can be stopped at any place, go on, and go back."
    },
    subcommands = {
      PlaybookListCommand.class,
      PlaybookShowCommand.class,
      PlaybookCheckCommand.class,
      PlaybookDryRunCommand.class,
      PlaybookExportCommand.class,
      PlaybookStartCommand.class,
      PlaybookStatusCommand.class,
      PlaybookDoneCommand.class,
      PlaybookGoCommand.class,
      PlaybookBackCommand.class,
      PlaybookWatchCommand.class
    })
final class PlaybookCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
