package io.cofferdam.posture.spi;

/// Makes one read-only call. Thread-safe; never throws for what a cloud answers: a refusal, a
/// throttle that does not end and a broken connection are answers.
public interface CloudReader {
  CallAnswer call(CallRequest request);
}
