package io.cofferdam.model.event;

import java.time.Instant;

/// One sign-in of a person, service principal or managed identity (Entra).
public record SignIn(
    EventRef ref,
    Instant time,
    String tenant,
    String principal,
    String principalId,
    String application,
    String address,
    String country,
    boolean succeeded,
    String errorCode)
    implements Event {}
