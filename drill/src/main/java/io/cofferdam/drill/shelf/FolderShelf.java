package io.cofferdam.drill.shelf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/// Writes a drill's files below one folder, which is made where it is missing. A file that is
/// already there is an error, never overwritten.
public final class FolderShelf implements Shelf {
  private final Path root;
  private final Set<Path> made = new HashSet<>();

  public FolderShelf(Path root) {
    this.root = root;
  }

  @Override
  public OutputStream open(String path) throws IOException {
    var file = root.resolve(path);
    var parent = file.getParent();
    if (parent != null && made.add(parent)) {
      Files.createDirectories(parent);
    }
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), 1 << 14);
  }
}
