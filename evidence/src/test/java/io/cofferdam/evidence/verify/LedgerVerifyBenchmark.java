package io.cofferdam.evidence.verify;

import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/// Seals a pack of a million entries (or as many as the first argument says) and prints how long
/// sealing and verifying take. Run with `-XX:ActiveProcessorCount=1` for one core.
public final class LedgerVerifyBenchmark {
  private LedgerVerifyBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    var entries = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    var work = Files.createTempDirectory("ledger-benchmark");
    var builder =
        new PackBuilder(Packs.KEY, Clock.fixed(Packs.AT, ZoneOffset.UTC), new SecureRandom());
    for (int i = 0; i < entries - 2; i++) {
      builder.fact(
          new Fact(
              "decision",
              Packs.AT,
              "responder",
              List.of("case:1", "duty:" + i),
              "{\"decided\":\"yes\",\"number\":" + i + ",\"why\":\"invented for the benchmark\"}"));
    }
    var start = System.nanoTime();
    var pack = builder.seal(work.resolve("pack"));
    System.out.printf("sealed %,d entries in %.1f s%n", pack.checkpoint().size(), seconds(start));
    for (int run = 1; run <= 2; run++) {
      verify(pack.folder(), run);
    }
  }

  private static void verify(Path pack, int run) {
    var start = System.nanoTime();
    var verification =
        new PackVerifier(TrustedWith.nothing().key(Packs.KEY.verifier())).verify(pack);
    System.out.printf(
        "verify run %d: %.1f s, %s, heap used %d MiB%n",
        run,
        seconds(start),
        verification.doubt() ? "DOUBT " + verification.lines() : "no doubt",
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static double seconds(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }
}
