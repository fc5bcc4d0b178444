package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.PersonId;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `case remove CASE PERSON`.
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes somebody off a case. What they approved counts no longer where it was not acted upon."
    })
final class CaseRemoveCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "PERSON", description = "Who, as in mara.lind.")
  private String person;

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
        _ -> new CaseEvent.PersonRemoved(options.now(), options.by(), new PersonId(person), why),
        "removed " + person);
  }
}
