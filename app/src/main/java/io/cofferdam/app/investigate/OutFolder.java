package io.cofferdam.app.investigate;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The folder that an investigation writes into, with a working folder inside that is gone when it
/// is closed. It holds nothing but what this program wrote.
final class OutFolder implements AutoCloseable {
  private final Path folder;
  private final Path work;
  private final boolean made;
  private boolean kept;

  private OutFolder(Path folder, Path work, boolean made) {
    this.folder = folder;
    this.work = work;
    this.made = made;
  }

  /// Makes the folder.
  ///
  /// @throws CofferdamException CFD-APP-0020 when something is in it already
  static OutFolder create(Path folder) throws IOException {
    boolean there = Files.exists(folder);
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException notAFolder) {
      throw taken(folder);
    }
    try (var inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw taken(folder);
      }
    }
    return new OutFolder(folder, Files.createDirectory(folder.resolve(".work")), !there);
  }

  private static CofferdamException taken(Path folder) {
    return new CofferdamException(
        "CFD-APP-0020",
        ErrorCategory.INVALID_INPUT,
        "output folder `" + folder + "` is not empty [a folder that is empty or not there]",
        "name another with --out; a report is never written over");
  }

  Path folder() {
    return folder;
  }

  Path work() {
    return work;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /// From here on a failure leaves what was written.
  void keep() {
    kept = true;
  }

  /// Removes the working folder; and the whole, where nothing was found out before it failed, so
  /// that the next attempt finds the folder as it was.
  @Override
  public void close() throws IOException {
    remove(work);
    if (!kept) {
      Files.deleteIfExists(folder.resolve("dead-letters.jsonl"));
      if (made) {
        Files.deleteIfExists(folder);
      }
    }
  }

  private static void remove(Path top) throws IOException {
    if (Files.isDirectory(top)) {
      try (var all = Files.walk(top)) {
        for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
