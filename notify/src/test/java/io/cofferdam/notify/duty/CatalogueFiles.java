package io.cofferdam.notify.duty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds the catalogue's files, on the class path and in the checkout.
public final class CatalogueFiles {
  public static final String ROOT = "/catalog/jurisdictions/";

  private CatalogueFiles() {}

  public static List<String> rules() {
    return text("index.txt").lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
  }

  public static String text(String name) {
    try (var in = CatalogueFiles.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new AssertionError("not on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(name, unreadable);
    }
  }

  /// The root of the checkout.
  public static Path checkout() {
    var root = Path.of(System.getProperty("repository.root", "."));
    while (!Files.isDirectory(root.resolve("catalog/src"))) {
      root = root.toAbsolutePath().getParent();
    }
    return root;
  }
}
