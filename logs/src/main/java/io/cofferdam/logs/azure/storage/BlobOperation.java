package io.cofferdam.logs.azure.storage;

import io.cofferdam.model.event.AccessOperation;

/// What a logged operation of blob storage does, by the names on the page "Storage Analytics logged
/// operations and status messages" of Microsoft's REST reference.
final class BlobOperation {
  private BlobOperation() {}

  static AccessOperation of(String name) {
    return switch (name) {
      case "GetBlob", "QueryBlobContents", "ReadFile", "CopyBlobSource", "GetBlobRange" ->
          AccessOperation.READ;
      case "ListBlobs",
          "ListContainers",
          "FindBlobsByTags",
          "FilterBlobs",
          "ListFilesystems",
          "ListFilesystemDir",
          "ListFilesystemFile" ->
          AccessOperation.LIST;
      case "BlobPreflightRequest", "LeaseBlob", "LeaseContainer", "BreakBlobLease" ->
          AccessOperation.OTHER;
      default -> byPrefix(name);
    };
  }

  private static AccessOperation byPrefix(String name) {
    if (name.startsWith("Delete") || name.equals("RemovePath")) {
      return AccessOperation.DELETE;
    }
    if (name.startsWith("Get")) {
      return AccessOperation.METADATA;
    }
    if (name.startsWith("List")) {
      return AccessOperation.LIST;
    }
    for (var start :
        new String[] {
          "Put",
          "Create",
          "Append",
          "Set",
          "Copy",
          "Flush",
          "Rename",
          "Undelete",
          "Restore",
          "Snapshot",
          "Sync",
          "Incremental",
          "Abort",
          "Write"
        }) {
      if (name.startsWith(start)) {
        return AccessOperation.WRITE;
      }
    }
    return AccessOperation.OTHER;
  }
}
