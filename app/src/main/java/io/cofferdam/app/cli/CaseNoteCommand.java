package io.cofferdam.app.cli;

import io.cofferdam.respond.cases.CaseEvent;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `case note CASE TEXT`.
@Command(
    name = "note",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Puts a note on record."})
final class CaseNoteCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(index = "1", paramLabel = "TEXT", description = "What happened, what was decided.")
  private String text;

  @Mixin private CaseOptions options;

  @Override
  public Integer call() throws IOException {
    return options.record(
        word, _ -> new CaseEvent.Noted(options.now(), options.by(), text), "noted");
  }
}
