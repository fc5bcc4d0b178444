package io.cofferdam.app.investigate;

/// Is told how far an investigation is.
public interface ProgressListener {
  ProgressListener SILENT =
      new ProgressListener() {
        @Override
        public void reading(int inputsDone, int inputs, long events) {}

        @Override
        public void stage(String words) {}
      };

  /// Called often while inputs are read.
  void reading(int inputsDone, int inputs, long events);

  /// Called when a new stage begins.
  void stage(String words);
}
