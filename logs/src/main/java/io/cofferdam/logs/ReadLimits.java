package io.cofferdam.logs;

/// How much a hostile content may cost.
///
/// @param maxUnpackedBytes bytes that one gzip layer may unpack to
/// @param maxRatio unpacked bytes per byte of the outermost layer that are allowed beyond
///     `ratioFreeBytes`; gzip cannot exceed 1,032 a layer, real logs stay below 100
/// @param ratioFreeBytes unpacked bytes for which the ratio does not matter yet
/// @param maxGzipLayers how often gzip inside gzip is opened
public record ReadLimits(
    long maxUnpackedBytes, int maxRatio, long ratioFreeBytes, int maxGzipLayers) {
  public static final ReadLimits DEFAULT = new ReadLimits(256L << 30, 200, 256L << 20, 3);

  public ReadLimits {
    if (maxUnpackedBytes < 1 || maxRatio < 1 || ratioFreeBytes < 0 || maxGzipLayers < 1) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }
}
