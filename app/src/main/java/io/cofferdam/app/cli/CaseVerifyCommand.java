package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseJson;
import io.cofferdam.respond.casebook.CaseAudit;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case verify`.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares every event of the store with the ledger beside it, and checks anew the",
      "signatures of people and each custody chain. Changes nothing.",
      "Exit codes: 0 the same; 1 something was changed, added or taken away; 3 not all compared."
    })
final class CaseVerifyCommand implements Callable<Integer> {
  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    try (var desk = options.desk()) {
      var outcome = desk.audit();
      var waiting = desk.waiting();
      if (options.json()) {
        options.println(CaseJson.of(outcome, waiting));
      } else {
        tell(outcome, waiting);
        options.println("ledger " + desk.ledger());
      }
      return code(outcome);
    }
  }

  private void tell(CaseAudit.Outcome outcome, long waiting) {
    options.println(
        (outcome.cases() == 1 ? "1 case, " : outcome.cases() + " cases, ")
            + outcome.events()
            + " events; the ledger has "
            + outcome.entries()
            + " entries");
    options.println(outcome.same() + " events are in the ledger as they are in the store");
    if (outcome.notCompared() > 0) {
      options.println(
          outcome.notCompared() + " cannot be compared: their text was erased, on record");
    }
    if (outcome.notInLedger() > 0) {
      options.println(
          outcome.notInLedger()
              + " are not in this ledger: "
              + (waiting > 0
                  ? waiting + " wait to be delivered, which the next command that records does"
                  : "another machine's holds them, or they were added behind the program's back"));
    }
    if (outcome.custodyLinks() > 0) {
      options.println(outcome.custodyLinks() + " signed steps of custody follow one on the other");
    }
    outcome.faults().forEach(each -> options.println("  - " + each));
  }

  private static int code(CaseAudit.Outcome outcome) {
    if (!outcome.faults().isEmpty()) {
      return 1;
    }
    return outcome.notInLedger() > 0 ? 3 : 0;
  }
}
