package io.cofferdam.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `playbook back CASE [RUN] --why TEXT`.
@Command(
    name = "back",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Undoes what the run did, the latest first. `playbook go --on` turns it again."})
final class PlaybookBackCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "Default: the latest.")
  private @Nullable String run;

  @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason.")
  private String why;

  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return options.tellRun(
        word, run, (runner, id, name) -> runner.back(id, name, why, options.by()));
  }
}
