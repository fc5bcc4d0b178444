package io.cofferdam.app.cli;

import io.cofferdam.app.access.LineAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A command that answers the lines of a `--batch` file, each by itself.
abstract class BatchCommand implements Callable<Integer> {
  @Option(
      names = "--batch",
      required = true,
      paramLabel = "FILE",
      description = "JSON lines; - for standard input.")
  private Path batch;

  @Spec private CommandSpec spec;

  /// What answers a line.
  abstract LineAnswer<?> answers();

  @Override
  public final Integer call() throws IOException {
    return BatchRun.of(batch, answers(), spec);
  }
}
