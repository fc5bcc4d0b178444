package io.cofferdam.access.azure.abac;

/// The outcome of reading a condition.
public sealed interface ConditionReading {

  record Read(Condition condition) implements ConditionReading {}

  /// Not a condition.
  ///
  /// @param message what is wrong and what was expected, without values from the text
  /// @param offset of the character at which it was noticed, counted from 0
  record Refused(String message, int offset) implements ConditionReading {}

  /// The condition, or one that is unknown whatever the request.
  default Condition condition() {
    return switch (this) {
      case Read(Condition condition) -> condition;
      case Refused(String message, int offset) ->
          new Condition.Unreadable(message + " at character " + (offset + 1));
    };
  }
}
