package io.cofferdam.respond.exposure;

import io.cofferdam.model.Unknown;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.LogTamper;
import java.util.List;

/// What the replay of configuration changes shows for a period.
///
/// @param exposures per resource and audience, covering the period without gap or overlap
/// @param tampers acts against the logs, in order of time
/// @param unknowns what could not be decided and which input would decide it
/// @param changes the configuration changes and sharing acts seen, in order of time
public record ExposureResult(
    List<Exposure> exposures,
    List<LogTamper> tampers,
    List<Unknown> unknowns,
    List<ConfigurationChange> changes) {
  public ExposureResult {
    exposures = List.copyOf(exposures);
    tampers = List.copyOf(tampers);
    unknowns = List.copyOf(unknowns);
    changes = List.copyOf(changes);
  }
}
