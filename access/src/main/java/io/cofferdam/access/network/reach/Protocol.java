package io.cofferdam.access.network.reach;

/// A transport protocol that has ports, by its number at IANA.
public enum Protocol {
  TCP(6),
  UDP(17);

  private final int number;

  Protocol(int number) {
    this.number = number;
  }

  /// Whether a rule with this number is about it; -1 is about all.
  boolean matches(int rule) {
    return rule == -1 || rule == number;
  }
}
