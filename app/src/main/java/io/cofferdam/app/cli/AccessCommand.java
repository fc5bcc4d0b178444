package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `access decide|public|compare|prove|explain|review`: questions to the access engine.
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    description = "Decides who can do what to which resource, with the reasons.",
    subcommands = {
      AccessDecideCommand.class,
      AccessPublicCommand.class,
      AccessCompareCommand.class,
      AccessProveCommand.class,
      AccessExplainCommand.class,
      AccessReviewCommand.class
    })
final class AccessCommand extends CommandGroup {}
