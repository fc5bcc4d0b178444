package io.cofferdam.access.azure.abac;

import java.util.Locale;
import java.util.Optional;

/// A comparison of the condition language (Microsoft Learn, "conditions-format"), without its
/// negation: `StringNotEquals` is STRING_EQUALS negated.
public enum Comparison {
  STRING_EQUALS("stringequals"),
  STRING_EQUALS_IGNORE_CASE("stringequalsignorecase"),
  STRING_STARTS_WITH("stringstartswith"),
  STRING_STARTS_WITH_IGNORE_CASE("stringstartswithignorecase"),
  STRING_LIKE("stringlike"),
  STRING_LIKE_IGNORE_CASE("stringlikeignorecase"),
  NUMERIC_EQUALS("numericequals"),
  NUMERIC_LESS_THAN("numericlessthan"),
  NUMERIC_LESS_THAN_EQUALS("numericlessthanequals"),
  NUMERIC_GREATER_THAN("numericgreaterthan"),
  NUMERIC_GREATER_THAN_EQUALS("numericgreaterthanequals"),
  DATE_TIME_EQUALS("datetimeequals"),
  DATE_TIME_LESS_THAN("datetimelessthan"),
  DATE_TIME_LESS_THAN_EQUALS("datetimelessthanequals"),
  DATE_TIME_GREATER_THAN("datetimegreaterthan"),
  DATE_TIME_GREATER_THAN_EQUALS("datetimegreaterthanequals"),
  BOOL_EQUALS("boolequals"),
  GUID_EQUALS("guidequals");

  /// A comparison as written.
  record Written(Comparison comparison, boolean negated) {}

  private final String word;

  Comparison(String word) {
    this.word = word;
  }

  static Optional<Written> of(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    int not = lower.indexOf("not");
    String plain = not < 0 ? lower : lower.substring(0, not) + lower.substring(not + 3);
    for (Comparison one : values()) {
      if (one.word.equals(plain) && (not < 0 || one.negatable())) {
        return Optional.of(new Written(one, not >= 0));
      }
    }
    return Optional.empty();
  }

  private boolean negatable() {
    return !word.endsWith("thanequals") && !word.endsWith("than");
  }
}
