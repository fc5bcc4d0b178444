package io.cofferdam.store.killed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The world outside of the case, which no kill undoes: lines in a file, each on the disk before it
/// counts. A line that a kill cut off did not happen.
final class Outside {
  /// When every run begins, so that all of them tell the same.
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /// Stands for the time of a timer where none is set.
  static final String NO_TIMER = "none";

  private static final String END = " .";
  private final Path file;
  private final List<String> lines = new ArrayList<>();

  private Outside(Path file) {
    this.file = file;
  }

  /// As it is in a folder; a new one where there is none.
  static Outside in(Path folder) {
    var outside = new Outside(folder.resolve("outside"));
    try {
      var text = Files.exists(outside.file) ? Files.readString(outside.file) : "";
      if (!text.isEmpty() && !text.endsWith("\n")) {
        outside.write("\n");
      }
      text.lines()
          .filter(line -> line.endsWith(END))
          .map(line -> line.substring(0, line.length() - END.length()))
          .forEach(outside.lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (outside.lines("began").isEmpty()) {
      outside.add("began", Instant.now().toString());
    }
    return outside;
  }

  synchronized void add(String kind, String... words) {
    var line = kind + " " + String.join(" ", words);
    write(line + END + "\n");
    lines.add(line);
  }

  private void write(String text) {
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was added of a kind, in order.
  synchronized List<String> lines(String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1))
        .toList();
  }

  Optional<String> last(String kind) {
    return lines(kind).stream().reduce((_, last) -> last);
  }

  boolean has(String kind, String... words) {
    return lines(kind).contains(String.join(" ", words));
  }

  long count(String kind, String... words) {
    var wanted = String.join(" ", words);
    return lines(kind).stream().filter(wanted::equals).count();
  }

  /// The time of this world: the machine's, from a beginning of its own, and what was passed over.
  Instant now() {
    var passed = Duration.between(Instant.parse(lines("began").getFirst()), Instant.now());
    var ahead = lines("jump").stream().mapToLong(Long::parseLong).sum();
    return START.plus(passed).plusMillis(ahead).truncatedTo(ChronoUnit.MILLIS);
  }

  /// Time passes until then.
  void until(Instant at) {
    long millis = Duration.between(now(), at).toMillis();
    if (millis >= 0) {
      add("jump", String.valueOf(millis + 1));
    }
  }
}
