package io.cofferdam.access.aws.estate.reading;

import io.cofferdam.access.aws.estate.Estate;
import java.util.List;
import java.util.Optional;

/// The outcome of reading a snapshot.
public sealed interface EstateReading {

  /// Read in full.
  ///
  /// @param warnings parts that are taken as unknown: policies that are not understood
  record Read(Estate estate, List<EstateProblem> warnings) implements EstateReading {
    public Read {
      warnings = List.copyOf(warnings);
    }
  }

  /// Not usable; every mistake found, up to a hundred.
  record Refused(List<EstateProblem> problems) implements EstateReading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// The snapshot where it was read.
  default Optional<Estate> asOptional() {
    return this instanceof Read(Estate estate, List<EstateProblem> warnings)
        ? Optional.of(estate)
        : Optional.empty();
  }
}
