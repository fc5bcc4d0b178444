package io.cofferdam.drill.world;

import io.cofferdam.model.resource.ResourceId;
import org.jspecify.annotations.Nullable;

/// A span in which a resource stood open, as it took effect; `until` null when it never closed
/// within the period. Seconds since 1970.
///
/// @param audience `anyone`, `any account`, or an account id
/// @param edge seconds that the change took to take effect at either end, at most
/// @param waits whether its kind is decided only once the access engine knows it
public record Opening(
    ResourceId resource,
    String audience,
    long from,
    @Nullable Long until,
    long edge,
    boolean waits) {}
