package io.cofferdam.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `case ...`: the working file on an incident.
@Command(
    name = "case",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "The working file on an incident: who works on it, what they decided, what was done.",
      "Events are only ever added; each goes to the store and to the ledger beside it.",
      "A case is named by its id or by the end of it."
    },
    subcommands = {
      CaseOpenCommand.class,
      CaseListCommand.class,
      CaseShowCommand.class,
      CaseKeyCommand.class,
      CaseEnrolCommand.class,
      CaseRemoveCommand.class,
      CaseRaciCommand.class,
      CaseContactCommand.class,
      CaseTaskCommand.class,
      CaseNoteCommand.class,
      CaseStateCommand.class,
      CaseLinkCommand.class,
      CaseCaptureCommand.class,
      CaseCustodyCommand.class,
      CaseApproveCommand.class,
      CaseRejectCommand.class,
      CaseVerifyCommand.class
    })
final class CaseCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
