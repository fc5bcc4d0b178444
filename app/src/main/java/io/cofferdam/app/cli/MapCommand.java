package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `map aws|snapshot`: draws what there is and drafts a data map.
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the language models of a cloud, draws who reaches them, what they read and",
      "where they log, and drafts a data map. It only reads."
    },
    subcommands = {MapAwsCommand.class, MapSnapshotCommand.class})
final class MapCommand extends CommandGroup {}
