package io.cofferdam.respond.cases;

import java.time.Instant;

/// A copy of a custody item in a bucket whose objects nobody can delete or overwrite before a day:
/// S3 Object Lock in compliance mode.
///
/// @param account whose credentials put it there
/// @param bucket its name; `region` where it lies; `prefix` of all keys
/// @param files of the item that lie there; `bytes` their sizes together
/// @param retainUntil until then no version can be deleted
/// @param list the key of the list of versions in the bucket: path, key, version id, SHA-256 and
///     retention of each file
/// @param listVersion the version id of that list
/// @param listSha256 of that list, 64 hexadecimal digits
public record StoredCopy(
    String account,
    String bucket,
    String region,
    String prefix,
    long files,
    long bytes,
    Instant retainUntil,
    String list,
    String listVersion,
    String listSha256) {}
