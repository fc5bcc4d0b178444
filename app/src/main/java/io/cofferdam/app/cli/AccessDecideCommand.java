package io.cofferdam.app.cli;

import io.cofferdam.app.access.DecideAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `access decide --batch FILE`.
@Command(
    name = "decide",
    mixinStandardHelpOptions = true,
    description = {
      "Decides requests, one JSON object a line, by the policies in the line.",
      "",
      "One answer a line: Allowed, ImplicitlyDenied, ExplicitlyDenied or Unknown,",
      "with what decided it. A line that is not understood gets an error with its",
      "place, the others are still answered; exit 2 at the end."
    })
final class AccessDecideCommand implements Callable<Integer> {
  @Option(
      names = "--batch",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines; - for standard input.")
  @SuppressWarnings("NullAway.Init")
  private Path batch;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return BatchRun.of(batch, new DecideAnswer(), spec);
  }
}
