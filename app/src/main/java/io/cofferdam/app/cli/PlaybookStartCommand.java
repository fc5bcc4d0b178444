package io.cofferdam.app.cli;

import io.cofferdam.app.playbooks.PlaybookShelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `playbook start CASE PLAYBOOK [--set NAME=VALUE]`.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Begins a playbook on a case, or goes on with it where it is begun already.",
      "The run keeps the playbook as it is now, whatever becomes of the file.",
      "With --acts the run carries out its acts on AWS, each after consent to its plan; without,",
      "an act is a task for a person."
    })
final class PlaybookStartCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "PLAYBOOK", description = "Its short name, or a file.")
  private String playbook;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value it asks for, as in bucket=shop-training. Several times.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    var shelf = new PlaybookShelf();
    var main = shelf.whole(playbook);
    var called = new ArrayList<>(shelf.shipped().withCalled(main));
    called.removeFirst();
    return options.tell(
        word,
        (runner, id) ->
            runner.start(
                id, main, called, RunOptions.named(main, values), options.acts(), options.by()));
  }
}
