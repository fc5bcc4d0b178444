package io.cofferdam.notify.rule;

/// What starts a rule's clock.
public sealed interface ClockStart {

  /// A named person recorded when the organisation became aware.
  record Aware() implements ClockStart {}

  /// Another duty was fulfilled, by its rule id.
  record Submitted(String ruleId) implements ClockStart {}

  /// An authority's order or question.
  record Ordered() implements ClockStart {}

  /// The clock start in words, as in `awareness`.
  default String words() {
    return switch (this) {
      case Aware() -> "awareness";
      case Submitted(var ruleId) -> "submission of " + ruleId;
      case Ordered() -> "the authority's order or question";
    };
  }
}
