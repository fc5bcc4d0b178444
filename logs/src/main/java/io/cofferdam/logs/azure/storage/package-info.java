/// Reads logs of Azure blob storage, resource logs and classic ones; starting points
/// [StorageDecoder] and [ClassicStorageFormat].
@NullMarked
package io.cofferdam.logs.azure.storage;

import org.jspecify.annotations.NullMarked;
