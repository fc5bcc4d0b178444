package io.cofferdam.app.scan.variant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All variants of the files beside this class.
final class Variants {
  private static final List<String> FILES =
      List.of(
          "buckets.yaml",
          "disks-and-keys.yaml",
          "identities.yaml",
          "logs-and-watch.yaml",
          "models-and-fronts.yaml",
          "networks.yaml");

  private Variants() {}

  /// @param seed by which names are made up
  static List<Variant> all(long seed) throws IOException {
    var all = new ArrayList<Variant>();
    for (var file : FILES) {
      all.addAll(VariantFile.read(file, seed));
    }
    return List.copyOf(all);
  }
}
