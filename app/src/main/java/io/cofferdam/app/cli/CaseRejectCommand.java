package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case reject CASE REQUEST`.
@Command(
    name = "reject",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Says no to what was asked, also where it was approved and not acted upon yet."})
final class CaseRejectCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "REQUEST", description = "Its id, as in A1.")
  private String request;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      required = true,
      description = "The reason, for the record.")
  private String why;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    return options.record(
        word,
        _ -> new CaseEvent.ApprovalRejected(options.now(), options.by(), request, why),
        request + " is rejected");
  }
}
