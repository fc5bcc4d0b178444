package io.cofferdam.app.soak;

import io.cofferdam.app.worlds.Promises;
import io.cofferdam.app.worlds.Trials;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Worlds without end: each number picks one, its logs are investigated, and every broken promise
/// about the truth is a finding.
public final class WorldSoak {
  private final Trials trials;
  private final TreeMap<String, Integer> kinds = new TreeMap<>();

  public WorldSoak(Path folder) {
    this.trials = new Trials(folder);
  }

  /// `SEED FROM SECONDS FINDINGS`; the last line printed tells how far it came.
  public static void main(String[] words) throws IOException {
    var seed = Long.parseLong(words[0]);
    var findings = Files.createDirectories(Path.of(words[3]));
    var worlds = new WorldSoak(Scratch.folder());
    var end = System.nanoTime() + Long.parseLong(words[2]) * 1_000_000_000L;
    var failed = 0;
    var n = Long.parseLong(words[1]);
    for (; System.nanoTime() < end; n++) {
      var broken = worlds.broken(seed + n);
      if (!broken.isEmpty()) {
        failed++;
        save(findings.resolve("worlds-" + (seed + n) + ".txt"), seed + n, broken);
      }
    }
    System.out.println(
        "WORLDS position=%d %d with a broken promise; by kind: %s"
            .formatted(n, failed, worlds.kinds));
  }

  private static void save(Path file, long number, List<String> broken) throws IOException {
    try (var out = new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8)) {
      out.println(Trials.pick(number));
      broken.forEach(out::println);
    }
  }

  /// What is broken in the world that a number picks; a failed investigation is one sentence.
  public List<String> broken(long number) {
    try {
      var broken = Promises.broken(trials.run(number));
      broken.forEach(each -> count(each.replaceFirst("^[^:]*: ", "")));
      return broken;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      count("FAILED");
      var sentences = new ArrayList<String>();
      sentences.add("FAILED " + e);
      for (var frame : e.getStackTrace()) {
        sentences.add("  at " + frame);
      }
      return sentences;
    }
  }

  private void count(String sentence) {
    kinds.merge(sentence.replaceFirst(" .*", ""), 1, Integer::sum);
  }
}
