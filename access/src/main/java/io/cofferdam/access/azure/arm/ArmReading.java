package io.cofferdam.access.azure.arm;

import java.util.List;

/// The outcome of reading a document.
///
/// @param <T> what stands in it
public sealed interface ArmReading<T> {

  /// Understood.
  ///
  /// @param warnings settings that are taken as unknown
  record Read<T>(List<T> values, List<ArmProblem> warnings) implements ArmReading<T> {
    public Read {
      values = List.copyOf(values);
      warnings = List.copyOf(warnings);
    }
  }

  /// Not usable; every mistake found, at most a hundred.
  record Refused<T>(List<ArmProblem> problems) implements ArmReading<T> {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
