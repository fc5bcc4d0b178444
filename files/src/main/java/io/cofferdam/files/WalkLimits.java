package io.cofferdam.files;

/// How much a hostile archive may cost.
///
/// @param depth how many archives may lie inside each other
/// @param members members of one file on disk, over all archives nested in it
/// @param unpackedBytes bytes that one file on disk may unpack to
/// @param ratio unpacked bytes per packed byte that are allowed beyond `ratioFreeBytes`; real logs
///     stay below 100
/// @param ratioFreeBytes unpacked bytes for which the ratio does not matter yet
/// @param headerBytes bytes between two members (names, attributes) that are read into memory
/// @param directoryBytes size of a zip's central directory that is held in memory; a zip with a
///     larger one is read from front to back instead
public record WalkLimits(
    int depth,
    long members,
    long unpackedBytes,
    int ratio,
    long ratioFreeBytes,
    long headerBytes,
    long directoryBytes) {
  public static final WalkLimits DEFAULT =
      new WalkLimits(5, 1_000_000, 2L << 40, 1_000, 100L << 20, 1L << 20, 32L << 20);

  public WalkLimits {
    if (depth < 1
        || members < 1
        || unpackedBytes < 1
        || ratio < 1
        || ratioFreeBytes < 0
        || headerBytes < 2048
        || directoryBytes < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
