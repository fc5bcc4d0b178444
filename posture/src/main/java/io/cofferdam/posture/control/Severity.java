package io.cofferdam.posture.control;

/// How much a violation costs, the gravest first.
public enum Severity {
  CRITICAL("critical"),
  HIGH("high"),
  MEDIUM("medium"),
  LOW("low");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /// One step graver, where there is one.
  public Severity graver() {
    return switch (this) {
      case CRITICAL, HIGH -> CRITICAL;
      case MEDIUM -> HIGH;
      case LOW -> MEDIUM;
    };
  }

  /// One step less grave, where there is one.
  public Severity lighter() {
    return switch (this) {
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      case MEDIUM, LOW -> LOW;
    };
  }

  public String word() {
    return word;
  }
}
