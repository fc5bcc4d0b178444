package io.cofferdam.aws;

import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Counts how often a request was sent.
final class Attempts implements ExecutionInterceptor {
  static final ExecutionAttribute<Count> COUNT = new ExecutionAttribute<>("cofferdam.attempts");

  /// How often one request was sent.
  static final class Count {
    private final AtomicInteger sent = new AtomicInteger();

    int value() {
      return sent.get();
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    var count = attributes.getAttribute(COUNT);
    if (count != null) {
      count.sent.incrementAndGet();
    }
  }
}
