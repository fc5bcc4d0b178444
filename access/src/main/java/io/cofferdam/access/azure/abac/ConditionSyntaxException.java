package io.cofferdam.access.azure.abac;

/// A condition that does not follow the grammar; never leaves the package.
final class ConditionSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int at;

  ConditionSyntaxException(String message, int at) {
    super(message, null, false, false);
    this.at = at;
  }

  /// The offset of the character at which it was noticed.
  int at() {
    return at;
  }
}
