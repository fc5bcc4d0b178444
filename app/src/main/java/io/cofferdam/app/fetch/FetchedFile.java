package io.cofferdam.app.fetch;

import java.time.Instant;
import java.time.LocalDate;

/// A file of a fetched folder, as its journal tells it.
///
/// @param path below the folder, with slashes
/// @param from the bucket and key, or the source, that it was copied from
/// @param at when it was copied
public record FetchedFile(
    String path,
    long bytes,
    String sha256,
    String from,
    Instant at,
    String kind,
    String account,
    String region,
    LocalDate day) {}
