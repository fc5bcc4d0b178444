package io.cofferdam.model;

import java.util.Optional;

/// What went wrong for a caller who cannot use a result: a stable code, a category that decides the
/// exit code, a message without personal data or secrets, and a hint on how to mend it.
public final class CofferdamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final ErrorCategory category;
  private final String hint;

  /// @param code stable, never reused, of the form `CFD-LOGS-0001`
  /// @param message what, the offending value in backticks, the expectation in brackets
  /// @param hint how to mend it; empty when there is nothing to say
  public CofferdamException(String code, ErrorCategory category, String message, String hint) {
    super(message);
    this.code = code;
    this.category = category;
    this.hint = hint;
  }

  public CofferdamException(
      String code, ErrorCategory category, String message, String hint, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.category = category;
    this.hint = hint;
  }

  public String code() {
    return code;
  }

  public ErrorCategory category() {
    return category;
  }

  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }
}
