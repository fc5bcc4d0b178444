package io.cofferdam.drill.shelf;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Keeps a small drill's files in memory, by path.
public final class MemoryShelf implements Shelf {
  private final SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();

  @Override
  public OutputStream open(String path) {
    var out = new ByteArrayOutputStream(1024);
    if (files.putIfAbsent(path, out) != null) {
      throw new IllegalStateException("file written twice: " + path);
    }
    return out;
  }

  /// The files' contents by path, in the order of the paths.
  public SortedMap<String, byte[]> files() {
    var contents = new TreeMap<String, byte[]>();
    files.forEach((path, bytes) -> contents.put(path, bytes.toByteArray()));
    return Collections.unmodifiableSortedMap(contents);
  }
}
