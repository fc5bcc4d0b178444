package io.cofferdam.posture.snapshot;

import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.time.Instant;

/// One line of a snapshot's journal: a call and how it ended.
///
/// @param permission the action that a policy must allow
/// @param object the SHA-256 of the answer in hexadecimal, or empty
public record CallRecord(
    CallRequest request,
    String permission,
    CallOutcome outcome,
    String errorCode,
    String message,
    String requestId,
    int attempts,
    Instant at,
    String object) {}
