package io.cofferdam.model.event;

import java.time.Instant;

/// One thing that a log said happened, or one fact that an export stated.
public sealed interface Event
    permits ApiCall,
        ObjectAccess,
        NetworkFlow,
        SecurityFinding,
        ModelInvocation,
        ConfigurationItem,
        InventoryObject,
        HourlyUsage,
        DatabaseStatement,
        SignIn,
        TrailDigest {
  EventRef ref();

  /// When it happened (or was captured), by the log's own clock.
  Instant time();
}
