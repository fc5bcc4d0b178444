package io.cofferdam.app;

import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.util.Properties;

/// What this build is called.
public final class BuildInfo {
  private BuildInfo() {}

  /// The version as the build set it.
  public static String version() {
    var properties = new Properties();
    try (var in = BuildInfo.class.getResourceAsStream("/cofferdam.properties")) {
      if (in == null) {
        throw new CofferdamBug("cofferdam.properties is not in the jar");
      }
      properties.load(in);
    } catch (IOException unreadable) {
      throw new CofferdamBug("cofferdam.properties cannot be read", unreadable);
    }
    return properties.getProperty("version", "unknown");
  }
}
