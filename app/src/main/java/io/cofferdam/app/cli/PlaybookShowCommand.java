package io.cofferdam.app.cli;

import io.cofferdam.app.playbooks.PlaybookPage;
import io.cofferdam.app.playbooks.PlaybookShelf;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `playbook show PLAYBOOK`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Writes a playbook out: steps, gates, who answers, ways back."})
final class PlaybookShowCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "Its short name, or a file.")
  private String word;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var shelf = new PlaybookShelf();
    spec.commandLine().getOut().print(PlaybookPage.of(shelf.whole(word), shelf.shipped()));
    return 0;
  }
}
