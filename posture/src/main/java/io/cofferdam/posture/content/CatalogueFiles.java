package io.cofferdam.posture.content;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A folder of the catalogue on the class path, whose `index.txt` lists its files.
public record CatalogueFiles(String folder) {
  private static final int MAX_BYTES = 1 << 20;

  /// The paths of the files, in the order of the index.
  public List<String> paths() {
    return text(folder + "index.txt")
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !name.startsWith("#"))
        .map(name -> folder + name)
        .toList();
  }

  /// The text of a file.
  ///
  /// @throws CofferdamException CFD-POSTURE-0001 where it cannot be read
  public static String text(String path) {
    try (var in = CatalogueFiles.class.getClassLoader().getResourceAsStream(path)) {
      var bytes = in == null ? new byte[0] : in.readNBytes(MAX_BYTES + 1);
      if (in == null || bytes.length > MAX_BYTES) {
        throw unreadable(path);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException bad) {
      throw unreadable(path);
    }
  }

  private static CofferdamException unreadable(String path) {
    return new CofferdamException(
        "CFD-POSTURE-0001",
        ErrorCategory.INVALID_INPUT,
        "`" + path + "` cannot be read [UTF-8 YAML of at most 1 MiB]",
        "check that the index lists it by its relative path");
  }
}
