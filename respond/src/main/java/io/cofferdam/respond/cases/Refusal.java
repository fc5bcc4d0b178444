package io.cofferdam.respond.cases;

/// Why an event may not happen. Thrown within this package alone, and always told as
/// [Judged.Refused].
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  Refusal(String words, String hint) {
    super(words, null, false, false);
    this.hint = hint;
  }

  String words() {
    return String.valueOf(getMessage());
  }

  String hint() {
    return hint;
  }
}
