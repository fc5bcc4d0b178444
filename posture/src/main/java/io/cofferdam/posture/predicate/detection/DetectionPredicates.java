package io.cofferdam.posture.predicate.detection;

import io.cofferdam.posture.predicate.Predicate;
import java.util.Map;

/// The predicates on detection, by name.
public final class DetectionPredicates {
  private DetectionPredicates() {}

  public static Map<String, Predicate> all() {
    return Map.of(
        "egress-alarm", new EgressAlarm(),
        "guardduty-on", new DetectorOn(),
        "findings-wired", new FindingsWired(),
        "config-rules", new ConfigRules(),
        "macie-coverage", new MacieCoverage(),
        "response-readiness", new ResponseReadiness());
  }
}
