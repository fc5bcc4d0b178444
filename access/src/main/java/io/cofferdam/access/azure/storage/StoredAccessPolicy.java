package io.cofferdam.access.azure.storage;

import java.time.Instant;
import java.util.Optional;

/// A stored access policy of a container: what service signatures that name it take from it
/// (REST reference, "Define a stored access policy").
///
/// @param permissions letters
public record StoredAccessPolicy(
    Optional<Instant> start, Optional<Instant> expiry, Optional<String> permissions) {}
