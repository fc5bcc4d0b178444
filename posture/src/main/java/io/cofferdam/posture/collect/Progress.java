package io.cofferdam.posture.collect;

/// Is told how a walk goes on. Thread-safe.
public interface Progress {
  Progress SILENT = new Progress() {};

  /// The walk begins.
  ///
  /// @param services how many are asked, side by side
  default void begun(int services) {}

  /// All that was to be asked of a service has been.
  default void ended(String service) {}

  /// Calls are about to be made.
  default void planned(int calls) {}

  /// A call has ended.
  default void called(CallEnd end) {}

  /// The walk has ended.
  default void done() {}

  /// How a call ended, in numbers.
  ///
  /// @param attempts how often it was sent; 0 where it was not, or an earlier run had the answer
  record CallEnd(String service, boolean conclusive, int attempts) {}
}
