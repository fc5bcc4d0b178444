package io.cofferdam.model.exposure;

import io.cofferdam.model.Reason;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.time.Window;
import java.util.List;

/// A span of time in which a resource was OPEN, CLOSED or UNKNOWN to an audience.
///
/// INVARIANT: the exposures of one resource and one audience cover the investigated period without
/// gap or overlap, in order.
///
/// @param owner the account that owns the resource, or empty when not known
/// @param apparent how it looked by what was seen, where `state` is UNKNOWN; else `state`
/// @param because the changes and rules that decided, first the one that started the span
public record Exposure(
    ResourceId resource,
    String owner,
    Audience audience,
    Window window,
    ExposureState state,
    ExposureState apparent,
    List<Reason> because) {
  public Exposure {
    because = List.copyOf(because);
  }

  /// A span that looked as it was, or of which nothing was seen.
  public Exposure(
      ResourceId resource,
      String owner,
      Audience audience,
      Window window,
      ExposureState state,
      List<Reason> because) {
    this(resource, owner, audience, window, state, state, because);
  }
}
