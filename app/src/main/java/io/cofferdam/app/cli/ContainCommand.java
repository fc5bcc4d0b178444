package io.cofferdam.app.cli;

import picocli.CommandLine.Command;

/// `contain ...`: acts that stop a leak.
@Command(
    name = "contain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Stops a leak: plans an act, proves what it would do, asks, acts, verifies, goes back.",
      "plan -> ask -> (case approve) -> execute -> verify -> rollback; each is put on the case",
      "before the next. Nothing is changed without the approval of somebody other than who asks."
    },
    subcommands = {
      ContainActsCommand.class,
      ContainPlanCommand.class,
      ContainShowCommand.class,
      ContainAskCommand.class,
      ContainExecuteCommand.class,
      ContainVerifyCommand.class,
      ContainRollbackCommand.class,
      ContainExportCommand.class,
      ContainCheckSsmCommand.class
    })
final class ContainCommand extends CommandGroup {}
