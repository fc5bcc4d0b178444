package io.cofferdam.logs.s3inventory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The columns of inventory files as far as manifests that were read before told them, by the name
/// of the file. Shared by the two formats of one run; holds a bounded number.
public final class InventorySchemas {
  private static final int MAX = 100_000;

  private final Map<String, List<String>> byFile = new ConcurrentHashMap<>();

  void learn(String key, List<String> columns) {
    if (byFile.size() < MAX) {
      byFile.put(name(key), List.copyOf(columns));
    }
  }

  @Nullable List<String> of(String path) {
    return byFile.get(name(path));
  }

  private static String name(String path) {
    var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }
}
