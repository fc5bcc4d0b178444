package io.cofferdam.posture.bench;

import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.ControlCatalogue;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Judges a large inventory by all controls and tells the time, the heap and the dearest controls:
/// `EngineBenchmark RESOURCES`.
final class EngineBenchmark {
  private static final int DEAREST = 8;

  private EngineBenchmark() {}

  private record Cost(String control, Duration time, int judged) {}

  public static void main(String[] args) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var catalogue = ControlCatalogue.shipped("aws");
    int size = Integer.parseInt(args[0]);
    var made = System.nanoTime();
    var inventory = LargeInventory.of(catalogue, size);
    out.printf("%d resources made in %.1f s%n", inventory.resources().size(), seconds(since(made)));
    var scene = Scene.of(inventory, Instant.parse("2026-03-01T00:00:00Z"));

    var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    var begun = System.nanoTime();
    var costs = new ArrayList<Cost>();
    Map<String, Integer> outcomes = new TreeMap<>();
    for (var control : catalogue.controls()) {
      var at = System.nanoTime();
      var findings = evaluate(control, scene);
      findings.forEach(each -> outcomes.merge(each.outcome().word(), 1, Integer::sum));
      costs.add(new Cost(control.id(), since(at), findings.size()));
    }
    out.printf(
        "%d controls in %.1f s by the clock, %.1f s of the main thread's processor time; %s%n",
        catalogue.controls().size(),
        seconds(since(begun)),
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
        outcomes);
    costs.sort(Comparator.comparing(Cost::time).reversed());
    costs.stream()
        .limit(DEAREST)
        .forEach(
            each ->
                out.printf(
                    "  %-36s %6.2f s, %d judged%n",
                    each.control(), seconds(each.time()), each.judged()));
    if (costs.stream().anyMatch(each -> each.judged() == 0)) {
      throw new IllegalStateException("a control judged nothing: " + costs);
    }
    var pools = ManagementFactory.getMemoryPoolMXBeans();
    long peak =
        pools.stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    out.printf("heap at its peak: %d MiB%n", peak >> 20);
  }

  private static List<Finding> evaluate(Control control, Scene scene) {
    return new Evaluator(List.of(control), new Predicates()).evaluate(scene);
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1e3;
  }
}
