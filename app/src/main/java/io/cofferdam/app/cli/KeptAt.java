package io.cofferdam.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where evidence lies, in the words of whoever holds it.
final class KeptAt {
  @Option(
      names = "--kept-at",
      paramLabel = "TEXT",
      description = "Where it lies: machine, disk, safe.")
  private @Nullable String told;

  /// Their words, or where the program read it.
  String words(Path folder) {
    return told != null ? told : "not told; read from " + folder.toAbsolutePath().normalize();
  }
}
