package io.cofferdam.model.event;

import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One line of a store's inventory: an object version that exists at the time of the inventory.
///
/// @param time the object's last modification where given, else the inventory's own time
/// @param size bytes, or -1
/// @param encryption `SSE-S3`, `SSE-KMS`, `NOT-SSE`, ... or empty
public record InventoryObject(
    EventRef ref,
    Instant time,
    ResourceId store,
    String key,
    String version,
    boolean latest,
    boolean deleteMarker,
    long size,
    String etag,
    String encryption)
    implements Event {}
