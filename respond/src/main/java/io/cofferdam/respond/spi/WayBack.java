package io.cofferdam.respond.spi;

/// Whether what an act did can be undone.
public enum WayBack {
  /// The state after going back equals the state before, field by field.
  WHOLE,
  /// Some of it cannot be undone; the plan says what, and two people approve.
  NONE
}
