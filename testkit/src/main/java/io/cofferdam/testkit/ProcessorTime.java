package io.cofferdam.testkit;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Processor time of the current thread since this was made: a limit on it holds on a busy machine,
/// too, where one by the clock does not.
public final class ProcessorTime {
  private final long from = now();

  private ProcessorTime() {}

  /// Begins to count.
  public static ProcessorTime begin() {
    return new ProcessorTime();
  }

  /// What the thread has used since.
  public Duration used() {
    return Duration.ofNanos(now() - from);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
