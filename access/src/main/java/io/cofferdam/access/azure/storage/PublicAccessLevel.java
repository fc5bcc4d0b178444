package io.cofferdam.access.azure.storage;

/// What a container gives to requests without credentials (Microsoft Learn,
/// "anonymous-read-access-configure").
public enum PublicAccessLevel {
  NONE,
  /// Blobs can be read, not listed.
  BLOB,
  /// Blobs can be read and listed.
  CONTAINER
}
