package io.cofferdam.posture.bench;

import com.sun.management.OperatingSystemMXBean;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.predicate.Predicates;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Judges a large inventory by all controls, each for itself, and tells the time, the heap, the
/// dearest controls, and a digest of all outcomes with their words: `EngineBenchmark RESOURCES`.
/// What several controls share (the estate of the access engine, the graph of the network) is
/// counted to the first that asks for it. Each control is told on the error channel as it ends.
final class EngineBenchmark {
  private static final int DEAREST = 12;
  static final long SEED = 20261121;

  private EngineBenchmark() {}

  private record Cost(String control, Duration time, int judged) {}

  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var catalogue = ControlCatalogue.shipped("aws");
    int size = Integer.parseInt(args[0]);
    var made = System.nanoTime();
    var scene = LargeInventory.scene(catalogue, size, SEED);
    out.printf(
        "%d resources of %d accounts made in %.1f s, %d MiB%n",
        scene.inventory().resources().size(),
        scene.inventory().ofType("account").size(),
        seconds(since(made)),
        held());

    var cpu = processorTime();
    var begun = System.nanoTime();
    var costs = new ArrayList<Cost>();
    Map<String, Integer> outcomes = new TreeMap<>();
    var digest = sha256();
    for (var control : catalogue.controls()) {
      var at = System.nanoTime();
      List<Finding> findings = new Evaluator(List.of(control), new Predicates()).evaluate(scene);
      var cost = new Cost(control.id(), since(at), findings.size());
      costs.add(cost);
      System.err.printf(
          "  %-36s %6.2f s, %d judged%n", cost.control(), seconds(cost.time()), cost.judged());
      for (var each : findings) {
        outcomes.merge(each.outcome().word(), 1, Integer::sum);
        digest.update(
            (each.resource().id() + " " + each.outcome() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    out.printf(
        "%d controls in %.1f s by the clock, %.1f s of processor time; %s%n",
        catalogue.controls().size(),
        seconds(since(begun)),
        (processorTime() - cpu) / 1e9,
        outcomes);
    out.println("outcomes and their words: sha256 " + HexFormat.of().formatHex(digest.digest()));
    costs.sort(Comparator.comparing(Cost::time).reversed());
    costs.stream()
        .limit(DEAREST)
        .forEach(
            each ->
                out.printf(
                    "  %-36s %6.2f s, %d judged%n",
                    each.control(), seconds(each.time()), each.judged()));
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    out.printf("heap: %d MiB held at the end, %d MiB at its peak%n", held(), peak >> 20);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What is alive, in MiB.
  private static long held() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /// Of the whole process, with compilation and collection.
  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
