package io.cofferdam.app.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// The seeded fuzzer: input number n of a target follows from the seed, n and the seed files alone,
/// so a finding is told by two numbers and a run goes on where the last one stopped.
public final class ShapeFuzz {
  private static final int LARGEST_SEED = 256 << 10;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final FuzzTarget target;
  private final long seed;
  private final List<byte[]> seeds;
  private final List<byte[]> words;
  private final Set<String> signatures = new HashSet<>();
  private volatile byte @Nullable [] current;
  private volatile long startedAt;
  private volatile long busyBefore;
  private long slowest;

  /// What one run came to.
  ///
  /// @param position number of the next input
  /// @param slowestMillis the most of the thread's own time that one input took
  public record Outcome(long position, long executions, Set<String> findings, long slowestMillis) {
    public Outcome {
      findings = Set.copyOf(findings);
    }
  }

  public ShapeFuzz(FuzzTarget target, long seed, List<byte[]> seeds, List<byte[]> words) {
    this.target = target;
    this.seed = seed;
    this.seeds = List.copyOf(seeds);
    this.words = List.copyOf(words);
  }

  /// Good inputs from a folder, in the order of their names.
  public static List<byte[]> seeds(Path folder) throws IOException {
    var read = new ArrayList<byte[]>();
    try (var all = Files.list(folder)) {
      for (var each : all.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(each) <= LARGEST_SEED) {
          read.add(Files.readAllBytes(each));
        }
      }
    }
    if (read.isEmpty()) {
      throw new IOException("no seeds in `" + folder + "`");
    }
    return read;
  }

  /// The words of a dictionary in libFuzzer's form: one in double quotes on a line.
  public static List<byte[]> words(Path dictionary) throws IOException {
    return Files.readAllLines(dictionary, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith("\""))
        .map(line -> line.substring(1, line.length() - 1))
        .map(line -> line.replace("\\\"", "\"").replace("\\x0a", "\n").replace("\\\\", "\\"))
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  /// Input number n; the first ones are the seeds as they are.
  public byte[] input(long n) {
    if (n < seeds.size()) {
      return seeds.get((int) n);
    }
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n);
    var base = seeds.get(random.nextInt(seeds.size()));
    var other = seeds.get(random.nextInt(seeds.size()));
    return new Mutator(random, words).mutate(base, other);
  }

  /// Feeds inputs from number `from` on, until the time is up or `most` were fed.
  ///
  /// @param folder where findings are written, as `<target>-<n>.input` and `.txt`
  public Outcome run(long from, Duration time, long most, Path folder) throws IOException {
    Files.createDirectories(folder);
    var end = System.nanoTime() + time.toNanos();
    var n = from;
    for (; n - from < most && System.nanoTime() < end; n++) {
      var input = input(n);
      startedAt = System.nanoTime();
      busyBefore = busy();
      current = input;
      var thrown = feed(input);
      current = null;
      slowest = Math.max(slowest, (busy() - busyBefore) / 1_000_000);
      if (thrown != null && signatures.add(Finding.signature(thrown))) {
        save(folder, n, thrown);
      }
    }
    return new Outcome(n, n - from, signatures, slowest);
  }

  /// Ends the process when one input takes longer than the limit: there is no other way to stop it.
  /// The limit is of the feeding thread's own time, so that a busy machine makes no findings; one
  /// that waits instead is found after twelve times as long.
  void watch(Thread feeder, Path folder, Runnable lastWords) {
    var watch =
        new Thread(
            () -> {
              while (true) {
                sleep();
                var input = current;
                if (input != null && tooLong(feeder)) {
                  hang(feeder, folder, input);
                  lastWords.run();
                  Runtime.getRuntime().halt(3);
                }
              }
            });
    watch.setDaemon(true);
    watch.start();
  }

  private boolean tooLong(Thread feeder) {
    var busy = ManagementFactory.getThreadMXBean().getThreadCpuTime(feeder.threadId());
    return busy - busyBefore > LIMIT.toNanos()
        || System.nanoTime() - startedAt > 12 * LIMIT.toNanos();
  }

  private void hang(Thread feeder, Path folder, byte[] input) {
    var hang = new Finding("an input that takes more than " + LIMIT.toSeconds() + " s");
    hang.setStackTrace(feeder.getStackTrace());
    write(folder, "hang-" + Integer.toHexString(Arrays.hashCode(input)), input, hang);
  }

  private static long busy() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void sleep() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Throwable feed(byte[] input) {
    try {
      target.feed(input);
      return null;
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
      return e;
    }
  }

  private void save(Path folder, long n, Throwable thrown) {
    var smaller = new Shrink(this::feed, Finding.signature(thrown)).shrink(input(n));
    write(folder, seed + "-" + n, smaller, thrown);
  }

  private void write(Path folder, String name, byte[] input, Throwable thrown) {
    try {
      Files.write(folder.resolve(target.name() + "-" + name + ".input"), input);
      var text = folder.resolve(target.name() + "-" + name + ".txt");
      try (var out = new PrintStream(Files.newOutputStream(text), true, StandardCharsets.UTF_8)) {
        out.println(Finding.signature(thrown));
        thrown.printStackTrace(out);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
