package io.cofferdam.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// One run of the program at [#NOW], with what it said and its exit code.
public record Ran(int code, String out, String err) {
  public static final Instant NOW = Instant.parse("2026-03-20T09:00:00Z");

  /// Runs it with its keys in `home`.
  public static Ran program(Path home, String... arguments) {
    return program(Clock.fixed(NOW, ZoneOffset.UTC), home, arguments);
  }

  /// Runs it at another time.
  public static Ran program(Clock clock, Path home, String... arguments) {
    var before = System.getProperty("cofferdam.home");
    System.setProperty("cofferdam.home", home.resolve("home").toString());
    System.setProperty("picocli.ansi", "false");
    try {
      var out = new StringWriter();
      var err = new StringWriter();
      int code = Cofferdam.run(clock, new PrintWriter(out), new PrintWriter(err), arguments);
      return new Ran(code, out.toString(), err.toString());
    } finally {
      if (before == null) {
        System.clearProperty("cofferdam.home");
      } else {
        System.setProperty("cofferdam.home", before);
      }
    }
  }

  /// Runs `investigate` into `folder/report` without progress.
  public static Ran investigate(Path folder, String... arguments) {
    var all =
        Stream.of(
                Stream.of("--quiet", "investigate"),
                Stream.of(arguments),
                Stream.of("--out", folder.resolve("report").toString()))
            .flatMap(each -> each)
            .toArray(String[]::new);
    return program(folder, all);
  }

  /// The `report.json` of [#investigate].
  public static JsonNode report(Path folder) {
    try {
      return new ObjectMapper().readTree(folder.resolve("report/report.json").toFile());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static String page(Path folder) {
    try {
      return Files.readString(folder.resolve("report/report.html"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
