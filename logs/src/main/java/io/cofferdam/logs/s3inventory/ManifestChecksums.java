package io.cofferdam.logs.s3inventory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The MD5 of manifests that were read, and what the `manifest.checksum` beside them says, by
/// folder, whichever comes first. Shared by the two formats of one run; holds a bounded number.
public final class ManifestChecksums {
  private static final int MAX = 100_000;

  private final Map<String, String> computed = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();

  /// Takes the MD5 of a manifest; answers whether the checksum beside it, if read before, agrees.
  Optional<Boolean> manifest(String path, String md5) {
    return compare(computed, told, path, md5);
  }

  /// Takes what a checksum file says; answers whether the manifest beside it, if read before,
  /// agrees.
  Optional<Boolean> checksum(String path, String md5) {
    return compare(told, computed, path, md5);
  }

  private static Optional<Boolean> compare(
      Map<String, String> own, Map<String, String> others, String path, String md5) {
    var folder = path.substring(0, path.lastIndexOf('/') + 1);
    if (own.size() < MAX) {
      own.put(folder, md5);
    }
    return Optional.ofNullable(others.get(folder)).map(md5::equals);
  }
}
