package io.cofferdam.files;

/// Something that is not read, and why.
///
/// @param bytes its size on disk, or -1
/// @param sha256 hash of its bytes, hex; empty when they were not read
/// @param reason what it is and, where there is a way, how to make it readable
public record Skipped(String path, long bytes, String sha256, String reason) implements Walked {}
