package io.cofferdam.posture.collect;

import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallRequest;

/// Where answers come from: a cloud, or a snapshot of one. Thread-safe.
public interface AnswerSource {
  CallAnswer ask(CallPlan plan, CallRequest request);
}
