package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `permissions aws`: what the program must be allowed.
@Command(
    name = "permissions",
    mixinStandardHelpOptions = true,
    description = "Prints the smallest policy that the program needs in a cloud.",
    subcommands = PermissionsAwsCommand.class)
final class PermissionsCommand extends CommandGroup {}
