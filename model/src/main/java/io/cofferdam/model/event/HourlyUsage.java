package io.cofferdam.model.event;

import io.cofferdam.model.resource.ResourceId;
import java.time.Instant;

/// One row of an hourly usage report: how much of one metered thing a store used in `[time, end)`.
///
/// @param operation the metered operation (`GetObject`, ...), or empty
/// @param usageType the provider's usage type (`EUC1-Requests-Tier2`,
/// `EUC1-DataTransfer-Out-Bytes`)
/// @param amount in the unit of the usage type: requests or bytes
public record HourlyUsage(
    EventRef ref,
    Instant time,
    Instant end,
    ResourceId store,
    String operation,
    String usageType,
    long amount)
    implements Event {}
