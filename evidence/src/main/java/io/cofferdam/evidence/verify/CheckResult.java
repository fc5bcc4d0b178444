package io.cofferdam.evidence.verify;

/// What one check came to: one line for a person.
///
/// @param name of the check, lower case
/// @param words why, without a newline
public record CheckResult(String name, Status status, String words) {
  /// The three ends a check can have.
  public enum Status {
    OK("ok"),
    FAILED("FAILED"),
    NOT_CHECKED("not checked");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  static CheckResult ok(String name, String words) {
    return new CheckResult(name, Status.OK, words);
  }

  static CheckResult failed(String name, String words) {
    return new CheckResult(name, Status.FAILED, words);
  }

  static CheckResult notChecked(String name, String words) {
    return new CheckResult(name, Status.NOT_CHECKED, words);
  }

  /// `name: status: words`.
  public String line() {
    return name + ": " + status.word() + ": " + words;
  }
}
