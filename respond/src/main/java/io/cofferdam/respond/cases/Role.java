package io.cofferdam.respond.cases;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// What somebody is on a case.
public enum Role implements Worded {
  INCIDENT_LEAD,
  CLOUD_ENGINEER,
  AI_ENGINEER,
  FORENSICS,
  DATA_PROTECTION_OFFICER,
  LEGAL_COUNSEL,
  COMPLIANCE,
  COMMUNICATIONS,
  EXECUTIVE;

  /// The same roles in the order of this list, not to be changed.
  public static Set<Role> ordered(Set<Role> roles) {
    var sorted = EnumSet.noneOf(Role.class);
    sorted.addAll(roles);
    return Collections.unmodifiableSet(sorted);
  }
}
