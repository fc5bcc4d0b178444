package io.cofferdam.notify.duty;

/// Whether a duty is owed.
public sealed interface DutyState {
  String why();

  /// Owed on what is known.
  record Required(String why) implements DutyState {}

  /// Not triggered, or lifted by an exemption, by a rule that may clear.
  record NotRequired(String why) implements DutyState {}

  /// Not decidable from what is known.
  ///
  /// @param treatAsRequired a number straddles the threshold: act as if it were owed
  record Undetermined(String why, boolean treatAsRequired) implements DutyState {}

  /// The organisation does not fall under the rule, by a rule that may clear.
  record NotApplicable(String why) implements DutyState {}

  /// The state as reports write it: `required`, `not-required`, `undetermined`, `not-applicable`.
  default String key() {
    return switch (this) {
      case Required _ -> "required";
      case NotRequired _ -> "not-required";
      case Undetermined _ -> "undetermined";
      case NotApplicable _ -> "not-applicable";
    };
  }

  /// Whether somebody should prepare the notice.
  default boolean mayBeOwed() {
    return this instanceof Required || this instanceof Undetermined;
  }
}
