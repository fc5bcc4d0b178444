package io.cofferdam.store.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.store.killed.RunningPlaybook.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.sqlite.util.LibraryLoaderUtil;

/// Starts processes that start fast: their classes come from jars, and linked from a cache of the
/// JVM that the first of them writes at its end.
final class Launcher {
  private static final long LONGEST_SECONDS = 600;
  private static final int KILLED = 137;

  private final Path folder;
  private final String classPath;
  private int started;

  private Launcher(Path folder, String classPath) {
    this.folder = folder;
    this.classPath = classPath;
  }

  /// One with its files in a folder.
  static Launcher in(Path folder) throws IOException {
    Files.createDirectories(folder);
    var library = LibraryLoaderUtil.getNativeLibName();
    try (var in =
        LibraryLoaderUtil.class.getResourceAsStream(
            LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library)) {
      if (in == null) {
        throw new IOException(library);
      }
      Files.copy(in, folder.resolve(library));
    }
    var parts = new ArrayList<String>();
    for (var part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      var path = Path.of(part);
      parts.add(Files.isDirectory(path) ? packed(path, folder, parts.size()) : part);
    }
    return new Launcher(folder, String.join(File.pathSeparator, parts));
  }

  private static String packed(Path classes, Path folder, int number) throws IOException {
    var jar = folder.resolve("classes-" + number + ".jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar.toString();
  }

  /// How a process ended.
  ///
  /// @param at the place where it said that it can be killed
  /// @param passed the places that it passed, where it came to the end
  /// @param phase where the run stands, where it came to the end
  record Ended(Optional<String> at, List<String> passed, Optional<String> phase) {}

  /// Runs a process until it ends, or kills it at the place where it is to be.
  ///
  /// @param killAfterMillis how long after it came there
  Ended run(Task task, long killAfterMillis) throws IOException, InterruptedException {
    var errors = task.folder().resolve("errors");
    var process = start(task, errors);
    var watch =
        CompletableFuture.runAsync(
            () -> process.toHandle().destroyForcibly(),
            CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS));
    Optional<String> at = Optional.empty();
    Optional<String> phase = Optional.empty();
    var passed = new ArrayList<String>();
    try (var out = process.inputReader()) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("at ")) {
          at = Optional.of(line.substring(3));
          TimeUnit.MILLISECONDS.sleep(killAfterMillis);
          // Of the handle, as that of the process would close the pipe with what it still holds.
          process.toHandle().destroyForcibly();
        } else if (line.startsWith("ended ")) {
          phase = Optional.of(line.substring(6));
        } else if (line.startsWith("passed ")) {
          passed.add(line.substring(7));
        }
      }
    }
    int code = process.waitFor();
    watch.cancel(false);
    assertThat(code)
        .as("%s: %s", String.join(" ", task.words()), Files.readString(errors))
        .isIn(0, at.isPresent() ? KILLED : 0);
    return new Ended(at, passed, phase);
  }

  private Process start(Task task, Path errors) throws IOException {
    var cache = folder.resolve("classes.aot");
    started++;
    var words =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    (started == 1 ? "-XX:AOTCacheOutput=" : "-XX:AOTCache=") + cache,
                    "-Xlog:disable",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dorg.sqlite.lib.path=" + folder,
                    "-Dorg.sqlite.lib.name=" + LibraryLoaderUtil.getNativeLibName(),
                    "-cp",
                    classPath,
                    RunningPlaybook.class.getName()),
                Stream.of(task.words()))
            .flatMap(each -> each)
            .collect(Collectors.toList());
    return new ProcessBuilder(words).redirectError(errors.toFile()).start();
  }
}
