package io.cofferdam.model;

/// The kind of an error, which decides the exit code of the command line.
public enum ErrorCategory {
  INVALID_INPUT(2),
  NOT_PERMITTED(3),
  UNAVAILABLE(3),
  LIMIT_REACHED(3),
  INTERNAL(70);

  private final int exitCode;

  ErrorCategory(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
