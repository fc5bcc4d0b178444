package io.cofferdam.posture.collect;

/// Is told how a walk goes on. Thread-safe.
public interface Progress {
  Progress SILENT = new Progress() {};

  /// A service is begun.
  ///
  /// @param at its number, from 1
  /// @param of how many there are
  default void service(String service, int at, int of) {}

  /// Calls of a step are about to be made.
  default void planned(int calls) {}

  /// A call has ended.
  default void called(CallEnd end) {}

  /// The walk has ended.
  default void done() {}

  /// How a call ended, in numbers.
  record CallEnd(String service, boolean conclusive, int attempts) {}
}
