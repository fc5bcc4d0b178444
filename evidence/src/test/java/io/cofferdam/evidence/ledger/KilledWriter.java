package io.cofferdam.evidence.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.evidence.merkle.TreeHasher;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Kills a writing process (SIGKILL) at a random moment again and again, on one growing ledger, and
/// checks after each kill that every entry it acknowledged is there, as acknowledged.
final class KilledWriter {
  private final Path folder;
  private final Random random;
  private final Map<Long, Hash> acknowledged = new TreeMap<>();
  private long quarantined;

  KilledWriter(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  void kill(int times) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      once(1 + random.nextInt(40), 1 + random.nextInt(random.nextBoolean() ? 10 : 200));
      assertNothingLost();
    }
  }

  private void once(int linesBeforeKill, int millisBeforeKill)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                folder.toString(),
                String.valueOf(1 + random.nextInt(random.nextBoolean() ? 3 : 600)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var lines = process.inputReader()) {
      read(lines, linesBeforeKill);
      Thread.sleep(millisBeforeKill);
      // Of the handle, as that of the process would close the pipe with what it still holds.
      process.toHandle().destroyForcibly();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("ended by the kill").isEqualTo(137);
  }

  private void read(BufferedReader lines, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      var line = lines.readLine();
      assertThat(line).as("the writer runs until it is killed").isNotNull();
      note(line);
    }
  }

  /// The last line may be cut off by the kill: then it was not heard.
  private void note(String line) {
    var parts = line.split(" ", -1);
    if (parts.length == 2 && parts[0].equals("recovered")) {
      quarantined += Long.parseLong(parts[1]);
    } else if (parts.length == 2 && parts[1].length() == 64) {
      acknowledged.put(Long.parseLong(parts[0]), Hash.fromHex(parts[1]));
    }
  }

  private void assertNothingLost() throws IOException {
    try (var ledger = LedgerFolders.open(folder)) {
      quarantined += ledger.recovery().quarantined().size();
    }
    var hasher = new TreeHasher();
    var entries = LedgerFolders.audited(folder);
    for (var each : acknowledged.entrySet()) {
      assertThat(each.getKey()).isLessThan(entries.size());
      var leaf = hasher.leaf(entries.get(each.getKey().intValue()).canonicalBytes());
      assertThat(leaf).as("entry %d", each.getKey()).isEqualTo(each.getValue());
    }
  }

  int acknowledged() {
    return acknowledged.size();
  }

  long quarantined() {
    return quarantined;
  }
}
