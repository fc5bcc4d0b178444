package io.cofferdam.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder of this process for readers that want a file; in memory where the system offers that.
final class Scratch {
  private static final Path FOLDER = make();

  private Scratch() {}

  private static Path make() {
    var memory = Path.of("/dev/shm");
    try {
      var folder =
          Files.isWritable(memory)
              ? Files.createTempDirectory(memory, "cofferdam-soak")
              : Files.createTempDirectory("cofferdam-soak");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
      return folder;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (var all = Files.walk(folder)) {
      for (var each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // it is a temporary folder; whoever cleans those up will
    }
  }

  static Path folder() {
    return FOLDER;
  }

  static Path file(String name, byte[] content) throws IOException {
    return Files.write(FOLDER.resolve(name), content);
  }
}
