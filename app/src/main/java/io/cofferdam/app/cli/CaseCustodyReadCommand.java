package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `case custody read CASE ITEM`.
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Tells that you read evidence, for an analysis. It is not signed."})
final class CaseCustodyReadCommand implements Callable<Integer> {
  @Mixin private NamedEvidence named;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "What for.")
  private String why;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    return options.record(
        named.word(),
        _ -> new CaseEvent.EvidenceRead(options.now(), options.by(), named.item(), why),
        named.item() + " was read by " + options.person());
  }
}
