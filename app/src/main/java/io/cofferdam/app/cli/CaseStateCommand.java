package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case state CASE STATE`.
@Command(
    name = "state",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Moves a case on (NIST SP 800-61).",
      "States: analysing, containing, contained, eradicating, recovering, reviewing, closed,",
      "reopened. `case show` tells which may come next."
    })
final class CaseStateCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "STATE", description = "What it becomes.")
  private String state;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The reason, for the record.")
  private String why;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    var to = CaseOptions.word(CaseState.class, "STATE", state);
    return options.record(
        word,
        _ -> new CaseEvent.StateChanged(options.now(), options.by(), to, why),
        "now " + to.word());
  }
}
