package io.cofferdam.app.cli;

import java.nio.file.Path;

/// Where the program keeps its own signing key: `COFFERDAM_HOME`, else `~/.cofferdam`.
final class KeyFolder {
  private KeyFolder() {}

  static Path path() {
    var named = System.getProperty("cofferdam.home", System.getenv("COFFERDAM_HOME"));
    return named != null && !named.isBlank()
        ? Path.of(named)
        : Path.of(System.getProperty("user.home"), ".cofferdam");
  }
}
