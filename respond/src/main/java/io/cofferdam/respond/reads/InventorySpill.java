package io.cofferdam.respond.reads;

import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.InventoryObject;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.resource.Caller;

/// Inventory lines in the shape of accesses, so that they can lie on disk beside them.
final class InventorySpill {
  private InventorySpill() {}

  static ObjectAccess asAccess(InventoryObject object) {
    return new ObjectAccess(
        object.ref(),
        object.time(),
        AccessLog.S3_SERVER_ACCESS,
        AccessOperation.OTHER,
        "inventory",
        Caller.UNKNOWN,
        object.store(),
        object.key(),
        object.version(),
        "",
        object.latest() ? 1 : 0,
        object.size(),
        object.deleteMarker() ? 404 : 200,
        "",
        "",
        false,
        "",
        "");
  }
}
