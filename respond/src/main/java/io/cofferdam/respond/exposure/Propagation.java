package io.cofferdam.respond.exposure;

import java.time.Duration;

/// How long a change may take to be in effect everywhere.
final class Propagation {
  /// "Bucket configurations have an eventual consistency model" (Amazon S3 User Guide, "Amazon S3
  /// data consistency model"), and a public access block "might not take effect in all Regions
  /// immediately or simultaneously" ("Configuring block public access settings for your account").
  /// AWS names no bound; five minutes is the longest that AWS names for resource policies of
  /// its services (30 seconds to 5 minutes, Amazon SageMaker endpoint policies).
  static final Duration EDGE = Duration.ofMinutes(5);

  private Propagation() {}
}
