package io.cofferdam.evidence.pack;

/// What outside the operator's control vouches for a pack's checkpoint when it leaves the builder.
public sealed interface Anchoring {
  /// A time stamp token lies in the pack.
  record Stamped(String authority) implements Anchoring {}

  /// Nothing does; `why` is a sentence for the report.
  record Unanchored(String why) implements Anchoring {}

  /// One sentence for the report.
  default String words() {
    return switch (this) {
      case Stamped(var authority) -> "anchored: the checkpoint was time stamped by " + authority;
      case Unanchored(var why) -> "not anchored: " + why;
    };
  }
}
