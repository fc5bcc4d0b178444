package io.cofferdam.app.investigate;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// The folder that an investigation writes into, with a working folder inside that is gone when it
/// is closed.
final class OutFolder implements AutoCloseable {
  private final Path folder;
  private final Path work;

  private OutFolder(Path folder, Path work) {
    this.folder = folder;
    this.work = work;
  }

  /// Makes the folder.
  ///
  /// @throws CofferdamException CFD-APP-0020 when something is in it already
  static OutFolder create(Path folder) throws IOException {
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
    return new OutFolder(folder, Files.createDirectory(folder.resolve(".work")));
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

  @Override
  public void close() throws IOException {
    if (Files.isDirectory(work)) {
      try (var all = Files.walk(work)) {
        for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(each);
        }
      }
    }
  }
}
