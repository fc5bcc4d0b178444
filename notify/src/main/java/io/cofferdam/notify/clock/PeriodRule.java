package io.cofferdam.notify.clock;

/// A legal period. For PROMPT the amount is our own policy target in hours: a policy, never law.
public record PeriodRule(int amount, PeriodUnit unit, Computation computation) {
  public PeriodRule {
    if (amount < 0 || amount > 100_000) {
      throw new IllegalArgumentException("a period of " + amount);
    }
  }

  /// The period in words, as in `72 hours`.
  public String words() {
    return switch (unit) {
      case HOURS -> plural("hour");
      case CALENDAR_DAYS -> plural("calendar day");
      case MONTHS -> plural("month");
      case PROMPT ->
          amount == 0
              ? "without undue delay"
              : "without undue delay (our policy, not law: within " + plural("hour") + ")";
    };
  }

  /// A rough length in hours, only to order clocks by which would strike first.
  public long roughHours() {
    return switch (unit) {
      case HOURS, PROMPT -> amount;
      case CALENDAR_DAYS -> amount * 24L;
      case MONTHS -> amount * 28L * 24L;
    };
  }

  private String plural(String word) {
    return amount + " " + word + (amount == 1 ? "" : "s");
  }
}
