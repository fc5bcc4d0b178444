package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `fetch aws`: copies logs before they expire.
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = "Copies logs out of a cloud before they expire. It only reads.",
    subcommands = FetchAwsCommand.class)
final class FetchCommand extends CommandGroup {}
