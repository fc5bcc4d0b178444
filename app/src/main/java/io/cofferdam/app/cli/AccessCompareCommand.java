package io.cofferdam.app.cli;

import io.cofferdam.app.access.CompareLineAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `access compare --batch FILE`.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Says of two versions of a policy, one JSON object a line, whether the later",
      "one allows a request that the earlier one does not.",
      "",
      "One answer a line: Yes with such a request, No with the proof, or Unknown",
      "with what is not decided; and whether the later one newly denies."
    })
final class AccessCompareCommand implements Callable<Integer> {
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
    return BatchRun.of(batch, new CompareLineAnswer(), spec);
  }
}
