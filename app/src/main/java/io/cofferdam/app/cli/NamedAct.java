package io.cofferdam.app.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// Names an act of a case: `CASE [ACT]`.
final class NamedAct {
  @Parameters(index = "0", paramLabel = "CASE", description = "Its id, or the end of it.")
  private String word;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ACT",
      description = "As in C1. Default: the only one.")
  private @Nullable String act;

  /// What was said of the case.
  String word() {
    return word;
  }

  /// What was said of the act; empty: the only one.
  Optional<String> act() {
    return Optional.ofNullable(act);
  }
}
