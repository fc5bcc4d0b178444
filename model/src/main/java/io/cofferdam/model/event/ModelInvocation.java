package io.cofferdam.model.event;

import java.time.Instant;

/// One call of a model as the invocation log tells it. The text of prompt and answer is never kept
/// here; only its sizes and where it was stored.
public record ModelInvocation(
    EventRef ref,
    Instant time,
    String account,
    String region,
    String requestId,
    String operation,
    String modelId,
    String principal,
    long inputTokens,
    long outputTokens,
    String inputStoredAt,
    String outputStoredAt)
    implements Event {}
