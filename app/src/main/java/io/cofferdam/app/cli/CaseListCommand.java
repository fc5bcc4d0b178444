package io.cofferdam.app.cli;

import io.cofferdam.app.cases.CaseJson;
import io.cofferdam.respond.cases.CaseId;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `case list`.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Lists all cases, the one with the latest event first."})
final class CaseListCommand implements Callable<Integer> {

  private static final String NONE = "no cases; `case open` opens one";

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    if (options.nothingYet()) {
      options.println(options.json() ? CaseJson.of(List.of()) : NONE);
      return 0;
    }
    try (var desk = options.desk()) {
      var heads = desk.cases();
      if (options.json()) {
        options.println(CaseJson.of(heads));
        return 0;
      }
      for (var head : heads) {
        var file = desk.read(new CaseId(head.caseId())).file();
        options.println(
            String.format(
                "%s  %-11s  %s  %s",
                file.id(),
                file.state().word(),
                head.latest().truncatedTo(ChronoUnit.SECONDS),
                file.opening().title()));
      }
      if (heads.isEmpty()) {
        options.println(NONE);
      }
    }
    return 0;
  }
}
