package io.cofferdam.app.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// What `scripts/soak.sh` calls: `seeds ROOT OUT`,
/// `shapes TARGET SEED FROM SECONDS SEEDS DICTIONARY FINDINGS`, `replay TARGET FILE`,
/// `input TARGET SEED N SEEDS DICTIONARY OUT`, `world NUMBER`.
public final class Soak {
  private Soak() {}

  public static void main(String[] words) throws IOException {
    switch (words[0]) {
      case "seeds" -> new SeedCorpus(Path.of(words[1]), Path.of(words[2])).write();
      case "shapes" -> shapes(Arrays.copyOfRange(words, 1, words.length));
      case "replay" -> Targets.named(words[1]).feed(Files.readAllBytes(Path.of(words[2])));
      case "input" ->
          Files.write(
              Path.of(words[6]),
              fuzz(words[1], words[2], words[4], words[5]).input(Long.parseLong(words[3])));
      case "world" ->
          new WorldSoak(Scratch.folder())
              .broken(Long.parseLong(words[1]))
              .forEach(System.out::println);
      default -> throw new IllegalArgumentException("seeds, shapes, replay, input, world");
    }
  }

  private static ShapeFuzz fuzz(String target, String seed, String seeds, String dictionary)
      throws IOException {
    return new ShapeFuzz(
        Targets.named(target),
        Long.parseLong(seed),
        ShapeFuzz.seeds(Path.of(seeds)),
        ShapeFuzz.words(Path.of(dictionary)));
  }

  private static void shapes(String[] words) throws IOException {
    var fuzz = fuzz(words[0], words[1], words[4], words[5]);
    var findings = Path.of(words[6]);
    Files.createDirectories(findings);
    var position = new AtomicLong(Long.parseLong(words[2]));
    var end = System.nanoTime() + Duration.ofSeconds(Long.parseLong(words[3])).toNanos();
    fuzz.watch(Thread.currentThread(), findings, () -> tell(position.get() + 50, 0));
    var slowest = 0L;
    while (System.nanoTime() < end) {
      var left = Duration.ofNanos(end - System.nanoTime());
      var outcome = fuzz.run(position.get(), left, 50, findings);
      position.set(outcome.position());
      slowest = Math.max(slowest, outcome.slowestMillis());
    }
    tell(position.get(), slowest);
  }

  private static void tell(long position, long slowest) {
    System.out.println("SHAPES position=" + position + " slowest=" + slowest);
  }
}
