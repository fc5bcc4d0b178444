package io.cofferdam.model.exposure;

/// Whether a resource could be reached by those it is not meant for.
public enum ExposureState {
  OPEN,
  CLOSED,
  /// Not decidable from what was given; counts as possibly open in every upper bound.
  UNKNOWN
}
