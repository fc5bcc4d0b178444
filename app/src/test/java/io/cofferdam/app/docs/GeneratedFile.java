package io.cofferdam.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A committed file that must equal what the code says; `-Dgolden.update=true` rewrites it.
public final class GeneratedFile {
  private GeneratedFile() {}

  public static Path root() {
    return Path.of(System.getProperty("repository.root"));
  }

  public static void check(String path, String expected) throws IOException {
    var file = root().resolve(path);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertThat(Files.exists(file) ? Files.readString(file) : "")
        .as("%s is generated; rewrite it with -Dgolden.update=true and review the change", path)
        .isEqualTo(expected);
  }
}
