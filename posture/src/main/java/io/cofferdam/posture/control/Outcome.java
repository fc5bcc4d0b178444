package io.cofferdam.posture.control;

import java.util.List;

/// What evaluating one control on one resource gave.
public sealed interface Outcome {

  /// The condition holds.
  ///
  /// @param proof why it must hold, where that takes an argument; else empty
  record Met(List<String> proof) implements Outcome {
    public Met {
      proof = List.copyOf(proof);
    }
  }

  /// The condition does not hold.
  ///
  /// @param why for a person
  /// @param witness a request or value that shows it, or empty
  record Violated(String why, List<String> witness) implements Outcome {
    public Violated {
      witness = List.copyOf(witness);
    }
  }

  /// The control is about something that this resource does not have. It is not a pass.
  record NotApplicable(String why) implements Outcome {}

  /// It could not be told.
  ///
  /// @param missing what would have to be known, each with the permission that is missing
  record Undetermined(List<String> missing) implements Outcome {
    public Undetermined {
      missing = List.copyOf(missing);
    }
  }

  /// As machines read it.
  default String word() {
    return switch (this) {
      case Met m -> "Met";
      case Violated v -> "Violated";
      case NotApplicable n -> "NotApplicable";
      case Undetermined u -> "Undetermined";
    };
  }
}
