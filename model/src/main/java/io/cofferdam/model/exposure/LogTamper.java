package io.cofferdam.model.exposure;

import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.time.Window;
import java.time.Instant;

/// An act that switched off, thinned out or deleted logs, and the span it makes doubtful.
///
/// @param affects which logs: `CloudTrail`, `CloudTrail data events`, `S3 access logs of <bucket>`,
/// ...
public record LogTamper(
    EventRef event,
    Instant time,
    String action,
    String principal,
    String target,
    String affects,
    Window doubtful) {}
