package io.cofferdam.respond.exposure;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One act that changed, or observation that fixed, who may reach a resource.
///
/// @param words what it did, for people: `shared with account 111122223333`
/// @param principal who did it, empty for an observation
public record ConfigurationChange(
    Instant time, ResourceId resource, String words, String principal, EventRef event) {}
