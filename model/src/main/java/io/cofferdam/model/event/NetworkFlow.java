package io.cofferdam.model.event;

import java.time.Instant;

/// One VPC flow log record.
///
/// @param time start of the aggregation interval; `end` its end
/// @param packets -1 when the record has no data (NODATA, SKIPDATA)
/// @param logStatus `OK`, `NODATA`, `SKIPDATA`
public record NetworkFlow(
    EventRef ref,
    Instant time,
    Instant end,
    String account,
    String interfaceId,
    String sourceAddress,
    String destinationAddress,
    int sourcePort,
    int destinationPort,
    int protocol,
    long packets,
    long bytes,
    String action,
    String logStatus,
    String direction)
    implements Event {}
