package io.cofferdam.posture.predicate.logging;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on logs, by name.
public final class LoggingPredicates {
  private LoggingPredicates() {}

  public static Map<String, Predicate> all() {
    return Map.of(
        "trail-multi-region", new EveryRegionLogged(),
        "trail-region-gap", new RegionLogged(),
        "trail-llm-data-events", new ModelCallsLogged(),
        "trail-integrity", new TrailIntegrity(),
        "trail-latency", new EventsReachDetector(),
        "log-retention", new LogRetention(),
        "log-group-protect", new PromptLogProtected(),
        "bedrock-invocation-log", new InvocationsLogged());
  }
}
