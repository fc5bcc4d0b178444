package io.cofferdam.model.event;

import java.time.Instant;
import java.util.List;

/// A finding of a detection service (GuardDuty, Security Hub).
///
/// @param product `GuardDuty`, `Security Hub`, or the product that Security Hub names
/// @param type the product's finding type
/// @param severity 0 to 100 (Security Hub's normalised scale; GuardDuty's times ten)
public record SecurityFinding(
    EventRef ref,
    Instant time,
    String product,
    String type,
    String title,
    int severity,
    String account,
    String region,
    List<String> resources,
    String accessKeyId,
    String address)
    implements Event {
  public SecurityFinding {
    resources = List.copyOf(resources);
  }
}
