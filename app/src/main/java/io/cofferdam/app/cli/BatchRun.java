package io.cofferdam.app.cli;

import io.cofferdam.app.access.Batch;
import io.cofferdam.app.access.LineAnswer;
import io.cofferdam.model.ErrorCategory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/// Runs a `--batch` file through one kind of answer.
final class BatchRun {
  private BatchRun() {}

  /// The exit code: 0, 2 where a line was refused, 70 where one failed by our fault.
  ///
  /// @param file `-` for standard input
  static <Q> int of(Path file, LineAnswer<Q> answers, CommandSpec spec) throws IOException {
    var line = spec.commandLine();
    Batch.Count count;
    try (InputStream in =
        file.toString().equals("-")
            ? new BufferedInputStream(System.in)
            : new BufferedInputStream(Files.newInputStream(file))) {
      count = new Batch<>(answers, line.getOut()).run(in);
    }
    if (count.refused() + count.faults() > 0) {
      line.getErr()
          .println(
              "cofferdam: "
                  + (count.refused() + count.faults())
                  + " of "
                  + count.lines()
                  + " lines were not answered; each has an `error` in its place");
    }
    return count.faults() > 0
        ? ErrorCategory.INTERNAL.exitCode()
        : count.refused() > 0 ? ErrorCategory.INVALID_INPUT.exitCode() : 0;
  }
}
