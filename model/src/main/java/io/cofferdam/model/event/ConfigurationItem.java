package io.cofferdam.model.event;

import java.time.Instant;

/// The full state of one resource at one time (AWS Config item or snapshot entry).
///
/// @param resourceType `AWS::S3::Bucket`
/// @param resourceId the resource's name or id; `arn` its ARN or empty
/// @param status `OK`, `ResourceDiscovered`, `ResourceDeleted`, ...
/// @param configuration the configuration as JSON text; `supplementary` the supplementary
///     configuration as JSON text
public record ConfigurationItem(
    EventRef ref,
    Instant time,
    String account,
    String region,
    String resourceType,
    String resourceId,
    String arn,
    String status,
    String configuration,
    String supplementary)
    implements Event {}
