package io.cofferdam.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where evidence lies, in the words of whoever holds it.
final class CustodyWords {
  private CustodyWords() {}

  /// Their words, or where the program read it.
  static String keptAt(@Nullable String told, Path folder) {
    return told != null ? told : "not told; read from " + folder.toAbsolutePath().normalize();
  }
}
