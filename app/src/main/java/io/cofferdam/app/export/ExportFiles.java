package io.cofferdam.app.export;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// Writes what is exported, over nothing that is there.
public final class ExportFiles {
  private ExportFiles() {}

  /// Writes files into a folder, which is made where it is not there.
  ///
  /// @throws CofferdamException CFD-APP-0201 where one of them is there
  public static void write(Path folder, Map<String, String> files) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw there(folder, "a folder");
    }
    for (var name : files.keySet()) {
      if (Files.exists(folder.resolve(name))) {
        throw there(folder.resolve(name), "a new file");
      }
    }
    Files.createDirectories(folder);
    for (var file : files.entrySet()) {
      write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /// Writes one file.
  ///
  /// @throws CofferdamException CFD-APP-0201 where it is there
  public static void write(Path file, String text) throws IOException {
    if (Files.exists(file)) {
      throw there(file, "a new file");
    }
    var parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
  }

  private static CofferdamException there(Path path, String expected) {
    return new CofferdamException(
        "CFD-APP-0201",
        ErrorCategory.INVALID_INPUT,
        "`" + path + "` is there already [" + expected + "]",
        "name another with --out; what was exported is never written over");
  }
}
