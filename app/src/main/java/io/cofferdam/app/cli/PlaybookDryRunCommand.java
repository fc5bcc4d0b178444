package io.cofferdam.app.cli;

import io.cofferdam.app.playbooks.PlaybookShelf;
import io.cofferdam.app.playbooks.PlaybookWalk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `playbook dry-run PLAYBOOK [--set NAME=VALUE]`.
@Command(
    name = "dry-run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells what a run would ask and do with these values, on every way that they leave open:",
      "steps, who does them, gates, acts with their targets, limits of law, ways back, and what",
      "stays unknown. Asks no case and no cloud."
    })
final class PlaybookDryRunCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "A file, or its short name.")
  private String word;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value that is told at the start, or taken to be told by a step.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var shelf = new PlaybookShelf();
    var all = shelf.shipped().withCalled(shelf.whole(word));
    PlaybookWalk.lines(all, RunOptions.known(all, values))
        .forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
