package io.cofferdam.access.bench;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.answer.ReaderMatrix;
import io.cofferdam.access.aws.estate.answer.WhoCan;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Measures whole-estate questions on one core: reading the snapshot, following every principal to
/// the end, whoCan of one bucket, the reader matrix.
///
/// Arguments: principals and buckets, e.g. `5000 2000`; a third `0` leaves the matrix out.
public final class EstateBenchmark {
  private EstateBenchmark() {}

  public static void main(String[] arguments) {
    PrintStream out = System.out;
    int principals = Integer.parseInt(arguments[0]);
    int buckets = Integer.parseInt(arguments[1]);
    List<String> texts = LargeEstate.texts(principals, buckets, 1);
    long start = System.nanoTime();
    Estate estate = EstateReader.read(texts).asOptional().orElseThrow();
    out.printf(
        Locale.ROOT,
        "read %d principals, %d buckets (%.1f MB JSON): %.2f s%n",
        estate.principals().size(),
        estate.resources().size(),
        texts.stream().mapToLong(String::length).sum() / 1e6,
        seconds(start));
    start = System.nanoTime();
    WhoCan whoCan = new WhoCan(estate);
    long reached = 0;
    for (String principal : estate.principals().keySet()) {
      reached += whoCan.reach().from(principal).size();
    }
    out.printf(
        Locale.ROOT,
        "reach of every principal, once per snapshot: %.2f s, %d arrivals%n",
        seconds(start),
        reached);
    int asked = Math.min(200, buckets);
    double[] times = new double[asked];
    List<String> arns = List.copyOf(estate.resources().keySet());
    for (int i = 0; i < asked; i++) {
      start = System.nanoTime();
      whoCan.ask(Question.of("s3:GetObject", arns.get(i * (buckets / asked))));
      times[i] = seconds(start) * 1000;
    }
    double[] first = times.clone();
    Arrays.sort(times);
    out.printf(
        Locale.ROOT,
        "whoCan one bucket, each asked for the first time: median %.1f ms, p99 %.1f ms, the very first %.1f ms%n",
        times[asked / 2],
        times[Math.min(asked - 1, asked * 99 / 100)],
        first[0]);
    if (arguments.length < 3) {
      start = System.nanoTime();
      ReaderMatrix matrix = ReaderMatrix.of(new WhoCan(estate));
      out.printf(
          Locale.ROOT,
          "reader matrix, reach included: %.2f s; %d yes, %d only if, %d no%n",
          seconds(start),
          matrix.count(Verdict.YES),
          matrix.count(Verdict.ONLY_IF),
          matrix.count(Verdict.NO));
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
