package io.cofferdam.app.cli;

import io.cofferdam.respond.playbook.run.PlaybookEvent.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `playbook done CASE TASK OUTCOME`.
@Command(
    name = "done",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Tells how a task of a run ended, and goes on."})
final class PlaybookDoneCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "TASK", description = "Its id, as in P1-T3.")
  private String task;

  @Parameters(index = "2", paramLabel = "OUTCOME", description = "What came of it, in a line.")
  private String outcome;

  @Option(names = "--failed", description = "It could not be done.")
  private boolean failed;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value that it told. What is not known is left out. Several times.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    int dash = task.indexOf('-');
    return options.tellRun(
        word,
        dash < 0 ? task : task.substring(0, dash),
        (runner, id, run) ->
            runner.settle(
                id,
                run,
                task,
                failed ? Outcome.FAILED : Outcome.DONE,
                outcome,
                RunOptions.bare(values),
                options.by()));
  }
}
