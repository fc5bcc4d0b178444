package io.cofferdam.app.cli;

import io.cofferdam.app.playbooks.PlaybookShelf;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `playbook list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Lists the playbooks that come with the program."})
final class PlaybookListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    for (var each : new PlaybookShelf().shipped().all()) {
      var about = each.leak().isEmpty() ? each.form().isEmpty() ? "part" : each.form() : "leak";
      out.printf("%-20s  %-9s  %s%n", each.slug(), about, each.name());
    }
    return 0;
  }
}
