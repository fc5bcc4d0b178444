package io.cofferdam.logs.findings;

/// Severities on Security Hub's normalised scale, 0 to 100.
final class Severity {
  private Severity() {}

  /// From GuardDuty's 0.0 to 10.0; what is no number counts 0.
  static int ofTen(String text) {
    return clamp(number(text) * 10);
  }

  /// From 0 to 100; -1 where it is no number.
  static int ofHundred(String text) {
    return text.isEmpty() ? -1 : clamp(number(text));
  }

  /// The lowest value of a label's range
  /// (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Severity.html).
  static int ofLabel(String label) {
    return switch (label) {
      case "LOW" -> 1;
      case "MEDIUM" -> 40;
      case "HIGH" -> 70;
      case "CRITICAL" -> 90;
      default -> 0;
    };
  }

  private static int clamp(double value) {
    return (int) Math.round(Math.max(0, Math.min(100, value)));
  }

  private static double number(String text) {
    if (text.isEmpty() || text.length() > 20) {
      return 0;
    }
    try {
      var value = Double.parseDouble(text);
      return Double.isFinite(value) ? value : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
