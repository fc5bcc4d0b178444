package io.cofferdam.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.respond.spi.journal.StoredEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Kills processes that write to one store (SIGKILL) at random moments, one or two at once, again
/// and again on the same store, and checks after each kill what is kept.
final class KilledAppends {
  private final String store;
  private final Random random;
  private final List<String> acknowledged = new ArrayList<>();
  private final Class<?> program;
  private final Check check;
  private int processes;

  /// What must be so after a kill.
  interface Check {
    /// Fails where something was lost or doubled.
    ///
    /// @param acknowledged every text of which a process ever said that it is kept
    void after(List<String> acknowledged) throws IOException;
  }

  /// Of processes that append to the journal.
  KilledAppends(String store, long seed) {
    this(store, seed, AppendingProcess.class, all -> journal(store, all));
  }

  /// @param program gets the store, a prefix for its texts, and how many it writes at once
  KilledAppends(String store, long seed, Class<?> program, Check check) {
    this.store = store;
    this.random = new Random(seed);
    this.program = program;
    this.check = check;
  }

  void kill(int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      var both = random.nextInt(3) == 0;
      var first = start();
      var second = both ? start() : first;
      end(first, 1 + random.nextInt(20));
      if (both) {
        end(second, 0);
      }
      check.after(List.copyOf(acknowledged));
    }
  }

  int acknowledged() {
    return acknowledged.size();
  }

  private Process start() throws IOException {
    processes++;
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            store,
            "p" + processes,
            String.valueOf(1 + random.nextInt(3)))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void end(Process process, int lines) throws IOException, InterruptedException {
    try (var out = process.inputReader()) {
      read(out, lines);
      Thread.sleep(random.nextInt(random.nextBoolean() ? 5 : 60));
      // Of the handle, as that of the process would close the pipe with what it still holds.
      process.toHandle().destroyForcibly();
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        note(line);
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("ended by the kill").isEqualTo(137);
  }

  private void read(BufferedReader out, int lines) throws IOException {
    for (int i = 0; i < lines; i++) {
      var line = out.readLine();
      assertThat(line).as("the process runs until it is killed").isNotNull();
      note(line);
    }
  }

  /// A line without its end was cut off by the kill: then it was not heard.
  private void note(String line) {
    if (line.endsWith(".")) {
      acknowledged.add(line.substring(0, line.length() - 1));
    }
  }

  private static void journal(String store, List<String> acknowledged) {
    try (var open = CaseStore.open(StoreAddress.parse(store), CaseStoreContract.NOW)) {
      var kept =
          open.journal().read(CaseStoreContract.CASE).stream().map(StoredEvent::json).toList();
      assertThat(new HashSet<>(kept)).as("none is doubled").hasSameSizeAs(kept);
      assertThat(kept)
          .as("none is lost")
          .containsAll(
              acknowledged.stream().map(each -> CaseStoreContract.event(each).json()).toList());
      assertThat(open.outbox().waiting()).as("each event has its fact").isEqualTo(kept.size());
    }
  }
}
