package io.cofferdam.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `playbook go CASE [RUN] [--on] [--set NAME=VALUE]`.
@Command(
    name = "go",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Goes on with a run. Where it stands still, --on tries that place again;",
      "where it went back, --on turns it forward."
    })
final class PlaybookGoCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", arity = "0..1", paramLabel = "RUN", description = "Default: the latest.")
  private @Nullable String run;

  @Option(names = "--on", description = "Go on from where it stands still or went back.")
  private boolean on;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value that is known now; with --on. Several times.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return options.tellRun(
        word,
        run,
        (runner, id, name) ->
            on || !values.isEmpty()
                ? runner.goOn(id, name, RunOptions.bare(values), options.by())
                : runner.go(id, name));
  }
}
