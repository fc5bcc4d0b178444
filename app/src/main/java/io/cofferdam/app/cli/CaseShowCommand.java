package io.cofferdam.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case show CASE`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Tells a case: people, tasks, approvals, timeline, and what it lacks."})
final class CaseShowCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    try (var desk = options.desk()) {
      options.show(desk, desk.find(word));
    }
    return 0;
  }
}
