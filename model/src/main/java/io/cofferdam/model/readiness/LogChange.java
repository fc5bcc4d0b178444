package io.cofferdam.model.readiness;

import java.util.List;

/// A change of configuration that would let more be said of a leak.
///
/// @param id stable: `data-events`, `server-access-logs`
/// @param resource the id of the resource that is changed: a bucket's or a trail's ARN
/// @param controls the controls that ask for the same change
/// @param change what to do, in a sentence
/// @param how the command that does it, or empty
/// @param leak what could be said with it after the example leak
/// @param nothing what could be said with it if nothing had been taken
/// @param gain by how much it narrows the answer that it narrows more: in people where their number
///     is narrowed, else in objects; [io.cofferdam.model.scope.Bounds#UNBOUNDED] where it gives a
///     limit to what had none
/// @param eventsPerDay what it would log each day, or -1
/// @param cost the same in words, or why it is not known
public record LogChange(
    String id,
    String resource,
    List<String> controls,
    String change,
    String how,
    LeakAnswer leak,
    LeakAnswer nothing,
    long gain,
    long eventsPerDay,
    String cost) {
  public LogChange {
    controls = List.copyOf(controls);
  }
}
