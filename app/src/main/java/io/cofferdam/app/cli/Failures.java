package io.cofferdam.app.cli;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what a command threw into words and an exit code; a stack trace is never printed, but kept
/// in a file when the fault is ours.
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    var err = command.getErr();
    switch (failure) {
      case CofferdamException known -> {
        err.println("cofferdam: " + known.getMessage() + " [" + known.code() + "]");
        known.hint().ifPresent(hint -> err.println("hint: " + hint));
      }
      case IOException io -> {
        err.println("cofferdam: " + words(io) + " [CFD-APP-0003]");
        err.println("hint: check that the disk has room and the folders are writable");
      }
      case UncheckedIOException io -> {
        err.println("cofferdam: " + words(wrapped(io)) + " [CFD-APP-0003]");
        err.println("hint: check that the disk has room and the folders are writable");
      }
      default -> unexpected(failure, err);
    }
    return exitCode(failure);
  }

  static int exitCode(Throwable failure) {
    return switch (failure) {
      case CofferdamException known -> known.category().exitCode();
      case IOException _, UncheckedIOException _ -> ErrorCategory.UNAVAILABLE.exitCode();
      case CommandLine.ParameterException _ -> ErrorCategory.INVALID_INPUT.exitCode();
      default -> ErrorCategory.INTERNAL.exitCode();
    };
  }

  /// An error of the machine, not of a command: memory or stack ran out.
  static int machine(VirtualMachineError error, PrintWriter err) {
    if (error instanceof OutOfMemoryError) {
      err.println(
          "cofferdam: memory ran out at "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MiB [CFD-APP-0004]");
      err.println("hint: give more: COFFERDAM_HEAP=4g ./cofferdam ...");
      return ErrorCategory.LIMIT_REACHED.exitCode();
    }
    unexpected(error, err);
    return ErrorCategory.INTERNAL.exitCode();
  }

  private static IOException wrapped(UncheckedIOException io) {
    return io.getCause() == null ? new IOException(io.getMessage()) : io.getCause();
  }

  private static String words(IOException io) {
    return switch (io) {
      case NoSuchFileException missing -> "`" + missing.getFile() + "` is not there";
      case AccessDeniedException denied ->
          "`" + denied.getFile() + "` cannot be read or written: permission denied";
      case FileSystemException file ->
          "`"
              + file.getFile()
              + "` cannot be read or written"
              + (file.getReason() == null ? "" : ": " + file.getReason().toLowerCase(Locale.ROOT));
      default ->
          "reading or writing failed"
              + (io.getMessage() == null ? "" : ": " + io.getMessage().toLowerCase(Locale.ROOT));
    };
  }

  private static void unexpected(Throwable failure, PrintWriter err) {
    err.println("cofferdam: something went wrong that is our fault [CFD-APP-0070]");
    try {
      var trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      var file = Files.createTempFile("cofferdam-fault-", ".txt");
      Files.writeString(file, trace.toString(), StandardCharsets.UTF_8);
      err.println("hint: please report it with the file `" + file + "` (look it over first)");
    } catch (IOException noRoom) {
      err.println("hint: the details could not be written to the temporary folder either");
    }
  }
}
