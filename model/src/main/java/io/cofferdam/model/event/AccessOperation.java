package io.cofferdam.model.event;

/// What an object access does, in the words that matter for a leak.
public enum AccessOperation {
  /// Content leaves the store: get, select, copy source, replication source, torrent.
  READ,
  /// Names of objects leave the store.
  LIST,
  /// Metadata of one object leaves the store: head, tags, attributes, ACL.
  METADATA,
  WRITE,
  DELETE,
  OTHER
}
