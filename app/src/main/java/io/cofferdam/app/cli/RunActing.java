package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.app.contain.RunActs;
import io.cofferdam.app.playbooks.RunDesk;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.respond.playbook.run.ActPort;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether a command on a run carries out acts, and with whose credentials.
final class RunActing {
  @Option(
      names = "--acts",
      description = {
        "Carry out acts: plan, ask for consent to the plan, act, prove, undo. For runs that",
        "were begun with it; those that were not leave acts to people."
      })
  private boolean given;

  @Mixin private ActingOptions acting = new ActingOptions();

  @Mixin private TakingOver takeOver = new TakingOver();

  boolean given() {
    return given;
  }

  /// Who carries out acts for this command.
  ///
  /// @throws CofferdamException CFD-APP-0197 where credentials are named and no acts asked for
  ActPort port(CaseDesk desk, CaseOptions cases) {
    if (given) {
      return new RunActs(desk, cases.person(), cases.clock(), acting.cloud(), takeOver.given());
    }
    if (acting.named() || takeOver.given()) {
      throw new CofferdamException(
          "CFD-APP-0197",
          ErrorCategory.INVALID_INPUT,
          "options of acts are given without `--acts` [both, or none]",
          "add --acts to carry out acts, or leave the others out");
    }
    return RunDesk.leavingActs();
  }
}
