package io.cofferdam.access.azure.rbac;

import java.time.Instant;
import java.util.Locale;

/// A Service Administrator or Co-Administrator: holds what the role Owner gives at the
/// subscription, until the kind was retired (Microsoft Learn, "Azure classic subscription
/// administrators").
public record ClassicAdministrator(String principalId, Scope subscription) {
  /// From then on it is not known what a remaining entry still gives.
  public static final Instant RETIRED = Instant.parse("2024-08-31T00:00:00Z");

  public ClassicAdministrator {
    principalId = principalId.toLowerCase(Locale.ROOT);
  }
}
