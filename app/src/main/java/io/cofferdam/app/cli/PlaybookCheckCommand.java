package io.cofferdam.app.cli;

import io.cofferdam.app.playbooks.CaseFit;
import io.cofferdam.app.playbooks.PlaybookShelf;
import io.cofferdam.respond.playbook.Playbook;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `playbook check PLAYBOOK [--case CASE]`.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says everything that is wrong with a playbook: its flow, gates, people, values, acts.",
      "With --case also what the case lacks to carry it out: people, keys, contacts.",
      "Ends with 1 where there is anything."
    })
final class PlaybookCheckCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PLAYBOOK", description = "A file, or its short name.")
  private String word;

  @Option(names = "--case", paramLabel = "CASE", description = "Hold it against this case too.")
  private @Nullable String onCase;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() {
    var shelf = new PlaybookShelf();
    var reading = shelf.read(word);
    var lines = new ArrayList<String>();
    shelf.flaws(reading).forEach(each -> lines.add(each.line()));
    if (onCase != null) {
      try (var desk = options.desk()) {
        var file = desk.read(desk.find(onCase)).file();
        List<Playbook> all = reading.playbook().map(shelf.shipped()::withCalled).orElse(List.of());
        CaseFit.gaps(file, all).forEach(gap -> lines.add(file.id() + ": " + gap));
      }
    }
    lines.forEach(options::println);
    if (lines.isEmpty()) {
      options.println(word + ": nothing is wrong");
    }
    return lines.isEmpty() ? 0 : 1;
  }
}
