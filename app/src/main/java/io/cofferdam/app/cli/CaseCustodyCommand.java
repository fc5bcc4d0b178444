package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `case custody hand|receive|store|read|show`.
@Command(
    name = "custody",
    mixinStandardHelpOptions = true,
    description = "Hands evidence over, receives and stores it, and tells who held it.",
    subcommands = {
      CaseCustodyHandCommand.class,
      CaseCustodyReceiveCommand.class,
      CaseCustodyStoreCommand.class,
      CaseCustodyReadCommand.class,
      CaseCustodyShowCommand.class
    })
final class CaseCustodyCommand extends CommandGroup {}
