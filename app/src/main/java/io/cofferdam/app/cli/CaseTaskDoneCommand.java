package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case task done CASE TASK OUTCOME`.
@Command(
    name = "done",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Ends a task, also one that is no longer needed."})
final class CaseTaskDoneCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "TASK", description = "Its id, as in T1.")
  private String task;

  @Parameters(index = "2", paramLabel = "OUTCOME", description = "How it ended.")
  private String outcome;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    return options.record(
        word,
        _ -> new CaseEvent.TaskDone(options.now(), options.by(), task, outcome),
        task + " is done");
  }
}
