package io.cofferdam.access.bench;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.answer.ReaderMatrix;
import io.cofferdam.access.aws.estate.answer.WhoCan;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Measures whole-estate questions on one core: reading the snapshot, working out every step,
/// whoCan of one bucket, the reader matrix. Of everything the time on the clock and the processor
/// time are told; on a busy machine the second is the steadier.
///
/// Arguments: principals and buckets, e.g. `5000 2000`; a third `0` leaves the matrix out.
public final class EstateBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private EstateBenchmark() {}

  /// Milliseconds on the clock and of the processor.
  private record Took(double clock, double processor) {
    static Took since(Took start) {
      Took now = now();
      return new Took(now.clock - start.clock, now.processor - start.processor);
    }

    static Took now() {
      return new Took(System.nanoTime() / 1e6, THREADS.getCurrentThreadCpuTime() / 1e6);
    }

    String seconds() {
      return String.format(Locale.ROOT, "%.2f s (%.2f s cpu)", clock / 1000, processor / 1000);
    }
  }

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    int principals = Integer.parseInt(arguments[0]);
    int buckets = Integer.parseInt(arguments[1]);
    List<String> texts = LargeEstate.texts(principals, buckets, 1);
    Took start = Took.now();
    Estate estate = EstateReader.read(texts).asOptional().orElseThrow();
    out.printf(
        Locale.ROOT,
        "read %d principals, %d buckets (%.1f MB JSON): %s%n",
        estate.principals().size(),
        estate.resources().size(),
        texts.stream().mapToLong(String::length).sum() / 1e6,
        Took.since(start).seconds());
    start = Took.now();
    WhoCan whoCan = new WhoCan(estate);
    int kins = whoCan.reach().reachers().kins();
    out.printf(
        Locale.ROOT,
        "reach of every principal, once per snapshot: %s; %d kinds of actors%n",
        Took.since(start).seconds(),
        kins);
    List<String> arns = List.copyOf(estate.resources().keySet());
    int asked = Math.min(200, buckets);
    Took[] times = new Took[asked];
    for (int i = 0; i < asked; i++) {
      start = Took.now();
      whoCan.ask(Question.of("s3:GetObject", arns.get(i * (buckets / asked))));
      times[i] = Took.since(start);
    }
    out.printf(
        Locale.ROOT,
        "whoCan, %d buckets, each for the first time: %s; cpu %s; the very first %.1f ms%n",
        asked,
        spread(Arrays.stream(times).mapToDouble(Took::clock)),
        spread(Arrays.stream(times).mapToDouble(Took::processor)),
        times[0].clock());
    if (arguments.length < 3) {
      start = Took.now();
      ReaderMatrix matrix = ReaderMatrix.of(new WhoCan(estate));
      out.printf(
          Locale.ROOT,
          "reader matrix, reach included: %s; %d yes, %d only if, %d no%n",
          Took.since(start).seconds(),
          matrix.count(Verdict.YES),
          matrix.count(Verdict.ONLY_IF),
          matrix.count(Verdict.NO));
    }
  }

  private static String spread(DoubleStream milliseconds) {
    double[] sorted = milliseconds.sorted().toArray();
    return String.format(
        Locale.ROOT,
        "median %.1f ms, p99 %.1f ms",
        sorted[sorted.length / 2],
        sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)]);
  }
}
