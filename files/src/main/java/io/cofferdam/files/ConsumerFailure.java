package io.cofferdam.files;

import java.util.function.Consumer;

/// A failure of the walk's consumer on its way out; it must not be mistaken for a damaged archive.
final class ConsumerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException failure;

  private ConsumerFailure(RuntimeException failure) {
    super(failure);
    this.failure = failure;
  }

  RuntimeException failure() {
    return failure;
  }

  static Consumer<Walked> marking(Consumer<Walked> to) {
    return walked -> {
      try {
        to.accept(walked);
      } catch (RuntimeException e) {
        throw new ConsumerFailure(e);
      }
    };
  }
}
