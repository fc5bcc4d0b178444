package io.cofferdam.app.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `playbook status CASE [RUN]`.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Carries the run on as far as it goes, and tells what it waits for."})
final class PlaybookStatusCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "Default: the latest.")
  private @Nullable String run;

  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return options.tellRun(word, run, (runner, id, name) -> runner.go(id, name));
  }
}
