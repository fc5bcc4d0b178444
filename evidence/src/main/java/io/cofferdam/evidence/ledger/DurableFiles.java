package io.cofferdam.evidence.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;

/// Writes files so that they survive a crash: each file is forced to the disk, then the folders
/// that name them. For one thread.
final class DurableFiles {
  private final Path folder;
  private final Set<Path> touched = new LinkedHashSet<>();

  DurableFiles(Path folder) {
    this.folder = folder;
  }

  /// Writes a file that must not exist yet.
  void create(String path, byte[] bytes) throws IOException {
    var file = folder.resolve(path);
    createFolders(parent(file));
    write(file, bytes, StandardOpenOption.CREATE_NEW);
    touched.add(parent(file));
  }

  /// Puts a file in place in one step: a reader sees the old content or the new, whole.
  void replace(String path, byte[] bytes) throws IOException {
    var file = folder.resolve(path);
    var half = file.resolveSibling(file.getFileName() + ".tmp");
    Files.deleteIfExists(half);
    write(half, bytes, StandardOpenOption.CREATE_NEW);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder(parent(file));
  }

  /// Forces the folders of all files created since the last call.
  void forceFolders() throws IOException {
    for (var each : touched) {
      forceFolder(each);
    }
    touched.clear();
  }

  private void createFolders(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) {
      return;
    }
    createFolders(parent(wanted));
    Files.createDirectory(wanted);
    touched.add(parent(wanted));
  }

  private static Path parent(Path file) {
    var parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static void write(Path file, byte[] bytes, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(file, how, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /// Windows cannot open a folder as a channel and does not need it.
  private static void forceFolder(Path each) throws IOException {
    if (!each.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (var channel = FileChannel.open(each, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
