package io.cofferdam.app.fetch;

/// Is told how far the copying is. Thread-safe.
@FunctionalInterface
public interface FetchProgress {
  FetchProgress SILENT = (done, all, bytes) -> {};

  void copied(int done, int all, long bytes);
}
