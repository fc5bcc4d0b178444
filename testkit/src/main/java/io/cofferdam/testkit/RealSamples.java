package io.cofferdam.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds the folder of real logs that some tests read: the one named by `COFFERDAM_SAMPLES`, else
/// `../shared/data` beside the checkout. Where there is none the test is skipped and says so; with
/// `CI=true` a missing folder fails it.
public final class RealSamples {
  private RealSamples() {}

  public static Path folder() {
    var named = System.getenv("COFFERDAM_SAMPLES");
    var root = Path.of(System.getProperty("repository.root", "."));
    var folder = named != null ? Path.of(named) : root.resolve("../shared/data").normalize();
    var there = Files.isDirectory(folder);
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("real samples missing: set COFFERDAM_SAMPLES to their folder");
    }
    assumeTrue(there, "real samples not found; set COFFERDAM_SAMPLES to their folder");
    return folder;
  }

  public static Path file(String name) {
    return folder().resolve(name);
  }
}
