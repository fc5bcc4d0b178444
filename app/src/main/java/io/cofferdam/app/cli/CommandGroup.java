package io.cofferdam.app.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that only holds others: alone it tells how they are used.
abstract sealed class CommandGroup implements Runnable
    permits AccessCommand,
        CaseCustodyCommand,
        ContainCommand,
        FetchCommand,
        MapCommand,
        PermissionsCommand,
        ScanCommand {
  @Spec private CommandSpec spec;

  @Override
  public final void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
