package io.cofferdam.notify.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares a text with a file of the checkout; `-Dgolden.update=true` rewrites the file.
final class Golden {
  private Golden() {}

  static void matches(Path file, String text) {
    try {
      if ("true".equals(System.getProperty("golden.update"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("%s (rewrite with -Dgolden.update=true, then review)", file.getFileName())
          .isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException unreadable) {
      throw new AssertionError(file.toString(), unreadable);
    }
  }
}
