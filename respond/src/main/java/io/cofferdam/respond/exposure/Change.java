package io.cofferdam.respond.exposure;

import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.EventRef;
import java.time.Instant;

/// One event that set a setting of a resource.
///
/// @param value absent where the resource is gone from then on
/// @param creates whether the event created the resource, so that nothing held before
/// @param words what it did, for people
/// @param <V> the setting's values
record Change<V>(
    Instant time, Part<V> value, boolean creates, String words, String principal, EventRef ref) {}
