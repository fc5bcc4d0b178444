/// Azure blob storage as records: accounts, network rules, containers, shared access signatures,
/// access control lists of hierarchical namespaces, and what each operation needs.
///
/// Starting points: [io.cofferdam.access.azure.storage.StorageAccount],
/// [io.cofferdam.access.azure.storage.BlobOperation]. Failure direction: a setting that no input
/// tells is unknown, never its default.
@NullMarked
package io.cofferdam.access.azure.storage;

import org.jspecify.annotations.NullMarked;
