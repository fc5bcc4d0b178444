package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `scan aws|snapshot|terraform|cloudformation`: judges the configuration of a cloud, or what is
/// planned for one.
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Judges the configuration of a cloud, or a plan, against controls. It only reads.",
      "Exit codes: 0 nothing found, 1 something violated, 3 nothing violated but",
      "something could not be told."
    },
    subcommands = {
      ScanAwsCommand.class,
      ScanSnapshotCommand.class,
      ScanTerraformCommand.class,
      ScanCloudFormationCommand.class,
      ScanDriftCommand.class
    })
final class ScanCommand extends CommandGroup {}
