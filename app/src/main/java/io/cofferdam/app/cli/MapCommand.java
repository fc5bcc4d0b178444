package io.cofferdam.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `map aws|snapshot`: draws what there is and drafts a data map.
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the language models of a cloud, draws who reaches them, what they read and",
      "where they log, and drafts a data map. It only reads."
    },
    subcommands = {MapAwsCommand.class, MapSnapshotCommand.class})
final class MapCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
