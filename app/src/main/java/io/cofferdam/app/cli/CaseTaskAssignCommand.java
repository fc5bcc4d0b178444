package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.PersonId;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case task assign CASE TASK PERSON`.
@Command(
    name = "assign",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Gives a task to somebody on the case."})
final class CaseTaskAssignCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "TASK", description = "Its id, as in T1.")
  private String task;

  @Parameters(index = "2", paramLabel = "PERSON", description = "Who, as in mara.lind.")
  private String person;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    return options.record(
        word,
        _ -> new CaseEvent.TaskAssigned(options.now(), options.by(), task, new PersonId(person)),
        task + " goes to " + person);
  }
}
